SELECT DISTINCT person_key, reference_day
FROM (
  SELECT person_key, start_date AS reference_day FROM stay
  UNION ALL
  SELECT person_key, until FROM stay WHERE until < DATE '9999-12-31'
  UNION ALL
  SELECT person_key, until + 1 FROM stay WHERE until < DATE '9999-12-31'
) days
