-- Every rule and table with what was found; hidden findings count as many as they can be.
SELECT c.rule_id, c.table_name, c.rows_checked, c.broken, r.threshold,
       coalesce(f.hidden, FALSE) AS hidden,
       least(c.rows_checked, coalesce(f.at_most, 0)) AS rows_at_most
FROM ${catalog}.quality_check c
JOIN ${catalog}.quality_rule r ON r.rule_id = c.rule_id
LEFT JOIN (
  SELECT rule_id, table_name, bool_or(state = 'SUPPRESSED') AS hidden,
         CAST(sum(coalesce(rows_affected, fewer_than - 1)) AS BIGINT) AS at_most
  FROM ${catalog}.quality_finding
  GROUP BY rule_id, table_name
) f ON f.rule_id = c.rule_id AND f.table_name = c.table_name
ORDER BY r.display_order, c.table_name
