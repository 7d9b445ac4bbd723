-- Marks by rule, code, table, extract and known unit.
SELECT
  rule,
  code,
  table_name,
  coalesce(extract_id, '') AS extract_id,
  CASE WHEN org_unit_id IN (SELECT org_unit_id FROM org_unit) THEN org_unit_id ELSE '' END AS unit,
  count(*)
FROM mark
GROUP BY ALL
ORDER BY ALL;
