-- What a layer tells of deliveries over time. Counts of rows about persons that are fewer than k are
-- hidden, and all that stand beside them; k is 1 where nothing is. Units are named with rows in the
-- internal layer alone.
CREATE OR REPLACE TEMP MACRO is_few(rows) AS rows BETWEEN 1 AND ${k} - 1;
CREATE OR REPLACE TEMP MACRO whole_tens(rows, persons) AS
  CASE WHEN ${k} > 1 AND persons THEN 10 * CAST(ceil(rows / 10) AS BIGINT) ELSE rows END;
INSERT INTO ${layer}.delivery
SELECT delivery_no, run, loaded_at, source_file, table_name, source_system, extract_id,
       extracted_at, announced, full_load, root_org_unit_id, period_from, period_to, taken,
       CASE WHEN NOT (persons AND is_few(delivered)) THEN whole_tens(delivered, persons) END,
       CASE WHEN NOT few THEN whole_tens(trusted, persons) END,
       CASE WHEN NOT few THEN whole_tens(quarantined, persons) END,
       CASE WHEN NOT few THEN whole_tens(duplicates, persons) END,
       CASE WHEN NOT few THEN whole_tens(rejected, persons) END,
       CASE WHEN few THEN 'SUPPRESSED' ELSE 'VALUE' END
FROM (
  SELECT f.*, p.table_name IS NOT NULL AS persons,
         persons AND (is_few(trusted) OR is_few(quarantined) OR is_few(duplicates)
                      OR is_few(rejected)) AS few
  FROM loaded_file f LEFT JOIN person_table p ON p.table_name = f.table_name
)
ORDER BY delivery_no;
INSERT INTO ${layer}.delivery_comparison
SELECT table_name, source_system, older_extract_id, newer_extract_id,
       CASE WHEN NOT few THEN whole_tens(alike, persons) END,
       CASE WHEN NOT few THEN whole_tens(changed, persons) END,
       CASE WHEN NOT few THEN whole_tens(added, persons) END,
       CASE WHEN NOT few THEN whole_tens(gone, persons) END,
       CASE WHEN few THEN 'SUPPRESSED' ELSE 'VALUE' END
FROM (
  SELECT *, persons AND (is_few(alike) OR is_few(changed) OR is_few(added) OR is_few(gone)) AS few
  FROM (SELECT *, table_name IN (FROM person_table) AS persons FROM comparison)
);
INSERT INTO ${layer}.row_change
SELECT table_name, unit, month,
       CASE WHEN NOT few THEN whole_tens(added, persons) END,
       CASE WHEN NOT few THEN whole_tens(changed, persons) END,
       CASE WHEN NOT few THEN whole_tens(removed, persons) END,
       CASE WHEN few THEN 'SUPPRESSED' ELSE 'VALUE' END
FROM (
  SELECT table_name, unit, month,
         CAST(sum(c.added) AS BIGINT) AS added,
         CAST(sum(c.changed) AS BIGINT) AS changed,
         CAST(sum(c.removed) AS BIGINT) AS removed,
         any_value(persons) AS persons,
         any_value(persons)
           AND (is_few(sum(c.added)) OR is_few(sum(c.changed)) OR is_few(sum(c.removed))) AS few
  FROM (SELECT *, table_name IN (FROM person_table) AS persons, CASE WHEN ${units} THEN nullif(org_unit_id, '') END AS unit FROM changed_rows) c
  GROUP BY table_name, unit, month
)
ORDER BY table_name, month, unit;
-- A step of a curve about persons is whole per cent, and as high as k rows.
INSERT INTO ${layer}.registration_delay
SELECT table_name, nullif(org_unit_id, ''), day, whole_tens(rows, persons),
       CASE WHEN ${k} > 1 AND persons THEN least(1, round(share / step) * step) ELSE share END
FROM (
  SELECT *, table_name IN (FROM person_table) AS persons,
         ceil(100 * ${k} / greatest(rows, 1)) / 100 AS step
  FROM delay_curve
)
WHERE (${units} OR org_unit_id = '')
  AND (NOT persons OR ${k} = 1 OR rows >= 10 * ${k})
ORDER BY table_name, org_unit_id, day
