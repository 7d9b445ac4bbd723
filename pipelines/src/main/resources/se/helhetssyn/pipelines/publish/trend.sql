-- How checks fell out in earlier runs: those that the generation before told of, and its own.
INSERT INTO ${layer}.quality_run
FROM ${former_runs}
WHERE run IN (
  SELECT run
  FROM (SELECT DISTINCT run, published_at FROM ${former_runs})
  ORDER BY published_at DESC, run DESC
  LIMIT 58);
INSERT INTO ${layer}.quality_run
SELECT '${former}', '${former_published_at}', rule_id, table_name, rows_checked, rows_affected, broken
FROM earlier_check
