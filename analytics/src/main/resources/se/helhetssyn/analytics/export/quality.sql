-- Where rows went per file, how every rule fell out per table, and what was found per file.
SELECT 'ACCOUNT' AS section, a.extract_id, a.source_system, a.table_name, a.source_file,
       CAST(NULL AS VARCHAR) AS rule_id, s.side AS code,
       CAST(NULL AS VARCHAR) AS category, CAST(NULL AS VARCHAR) AS context,
       CAST(NULL AS VARCHAR) AS severity, CAST(NULL AS VARCHAR) AS treatment,
       CAST(NULL AS VARCHAR) AS org_unit_id,
       a.delivered AS rows_checked, s.side_rows AS rows_affected,
       CASE WHEN a.delivered > 0 THEN s.side_rows / a.delivered END AS share,
       CASE WHEN s.side_rows IS NULL THEN 'SUPPRESSED' ELSE 'VALUE' END AS state,
       CAST(NULL AS DOUBLE) AS threshold, CAST(NULL AS VARCHAR) AS status,
       CAST(NULL AS VARCHAR) AS explanation, CAST(NULL AS VARCHAR) AS to_supplier
FROM mart.quality_account a
CROSS JOIN LATERAL (VALUES
  ('DELIVERED', a.delivered), ('TRUSTED', a.trusted), ('QUARANTINED', a.quarantined),
  ('DUPLICATES', a.duplicates), ('REJECTED', a.rejected)) s (side, side_rows)
UNION ALL
SELECT 'CHECK', NULL, NULL, c.table_name, NULL, c.rule_id, NULL,
       r.category, r.context, r.severity, r.treatment, NULL,
       c.rows_checked, c.rows_affected,
       CASE WHEN c.rows_checked > 0 THEN c.rows_affected / c.rows_checked END,
       CASE WHEN c.rows_affected IS NULL THEN 'SUPPRESSED' ELSE 'VALUE' END,
       c.threshold, c.status, r.explanation, r.to_supplier
FROM checked c
JOIN mart.quality_rule r ON r.rule_id = c.rule_id
UNION ALL
SELECT 'FINDING', a.extract_id, a.source_system, f.table_name, f.source_file, f.rule_id, f.code,
       r.category, r.context, r.severity, f.treatment, f.org_unit_id,
       NULL, f.rows_affected, NULL, f.state, NULL, NULL, r.explanation, r.to_supplier
FROM mart.quality_finding f
JOIN mart.quality_rule r ON r.rule_id = f.rule_id
LEFT JOIN mart.quality_account a
  ON a.table_name = f.table_name AND a.source_file = f.source_file
