-- Between two days on which any of a person's stays begins, ends or has ended nothing changes.
SELECT b.person_key, b.from_day, b.to_day, r.stay_start, r.unit, r.geographical_unit, r.present
FROM (
  SELECT person_key, reference_day AS from_day,
         coalesce(
           lead(reference_day) OVER (PARTITION BY person_key ORDER BY reference_day),
           DATE '9999-12-31') AS to_day
  FROM turn
) b
JOIN responsible r ON r.person_key = b.person_key AND r.reference_day = b.from_day
