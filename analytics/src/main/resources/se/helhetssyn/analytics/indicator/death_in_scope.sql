SELECT p.person_key, p.death_date, r.unit, r.geographical_unit
FROM person p
JOIN responsibility r
  ON r.person_key = p.person_key
 AND r.from_day <= p.death_date - 1
 AND p.death_date - 1 < r.to_day
WHERE r.present
