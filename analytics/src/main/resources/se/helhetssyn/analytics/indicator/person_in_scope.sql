SELECT r.person_key, d.reference_day, r.stay_start, r.unit, r.geographical_unit
FROM responsibility r
JOIN period_end d ON r.from_day <= d.reference_day AND d.reference_day < r.to_day
WHERE r.present
