SELECT DISTINCT e.person_key, d.reference_day
FROM enrolment e
LEFT JOIN person p ON p.person_key = e.person_key
JOIN period_end d
  ON e.start_date <= d.reference_day
 AND d.reference_day < coalesce(least(e.end_date, p.death_date), DATE '9999-12-31')
WHERE e.enrolment_type IN ('RESIDENTIAL', 'HOME_HEALTH')
