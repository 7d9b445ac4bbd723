-- What a layer tells of the deliveries. Counts of rows about persons that are fewer than k are
-- hidden; k is 1 where nothing is. Units are named in the internal layer alone.
INSERT INTO ${layer}.quality_account
SELECT table_name, source_file, nullif(extract_id, ''), source_system,
       CASE WHEN NOT (about_persons AND delivered BETWEEN 1 AND ${k} - 1) THEN delivered END,
       CASE WHEN NOT few THEN trusted END,
       CASE WHEN NOT few THEN quarantined END,
       CASE WHEN NOT few THEN duplicates END,
       CASE WHEN NOT few THEN rejected END,
       CASE WHEN few THEN 'SUPPRESSED' ELSE 'VALUE' END
FROM (
  SELECT a.*, p.table_name IS NOT NULL AS about_persons,
         about_persons
           AND (trusted BETWEEN 1 AND ${k} - 1 OR quarantined BETWEEN 1 AND ${k} - 1
                OR duplicates BETWEEN 1 AND ${k} - 1 OR rejected BETWEEN 1 AND ${k} - 1) AS few
  FROM account a LEFT JOIN person_table p ON p.table_name = a.table_name
)
ORDER BY table_name, source_file;
INSERT INTO ${layer}.quality_finding
SELECT rule_id, code, table_name, source_file, unit, treatment,
       CASE WHEN NOT few THEN found END,
       CASE WHEN few THEN ${k} END,
       CASE WHEN few THEN 'SUPPRESSED' ELSE 'VALUE' END
FROM (
  SELECT f.rule_id, f.code, f.table_name, f.source_file, f.treatment,
         CASE WHEN ${units} THEN nullif(f.org_unit_id, '') END AS unit,
         CAST(sum(f.rows_affected) AS BIGINT) AS found,
         bool_or(p.table_name IS NOT NULL) AND found BETWEEN 1 AND ${k} - 1 AS few
  FROM finding f LEFT JOIN person_table p ON p.table_name = f.table_name
  GROUP BY f.rule_id, f.code, f.table_name, f.source_file, f.treatment, unit
)
ORDER BY rule_id, table_name, source_file, code, treatment, unit;
-- A rule that found something was held against no fewer rows than that.
INSERT INTO ${layer}.quality_check
SELECT rule_id, table_name,
       CASE WHEN ${k} > 1 AND p.table_name IS NOT NULL
         THEN 10 * CAST(ceil(held / 10) AS BIGINT) ELSE held END,
       broken
FROM (
  SELECT coalesce(c.rule_id, f.rule_id) AS rule_id, coalesce(c.table_name, f.table_name) AS table_name,
         CASE WHEN coalesce(c.rows_checked, 0) > 0 THEN c.rows_checked
           ELSE coalesce(f.found, 0) END AS held,
         coalesce(c.broken, FALSE) AS broken
  FROM checked_rows c
  FULL JOIN (
    SELECT rule_id, table_name, CAST(sum(rows_affected) AS BIGINT) AS found
    FROM finding
    GROUP BY rule_id, table_name
  ) f ON f.rule_id = c.rule_id AND f.table_name = c.table_name
) checks
LEFT JOIN person_table p USING (table_name)
ORDER BY rule_id, table_name
