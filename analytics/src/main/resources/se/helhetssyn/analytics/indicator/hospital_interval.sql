-- Unbroken times in hospital, over all of a person's enrolments.
SELECT person_key, min(from_date) AS from_day, max(to_date) AS to_day
FROM (
  SELECT person_key, from_date, to_date,
         sum(CASE WHEN from_date <= reached THEN 0 ELSE 1 END) OVER (
           PARTITION BY person_key ORDER BY from_date, to_date
           ROWS UNBOUNDED PRECEDING) AS island
  FROM (
    SELECT person_key, from_date, to_date,
           max(to_date) OVER (
             PARTITION BY person_key ORDER BY from_date, to_date
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
    FROM (
      SELECT e.person_key, a.from_date, coalesce(a.to_date, e.end_date, DATE '9999-12-31') AS to_date
      FROM absence a
      JOIN enrolment e ON e.enrolment_id = a.enrolment_id
      WHERE a.reason = 'HOSPITAL'
    ) absent
    WHERE from_date < to_date
  ) ordered
) numbered
GROUP BY person_key, island
