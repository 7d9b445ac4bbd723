-- Counts that a layer must not tell: of rows about persons, fewer than k, and those of units.
SELECT
  (SELECT count(*) FROM ${layer}.delivery
   WHERE table_name IN (FROM person_table)
     AND (delivered BETWEEN 1 AND ${k} - 1 OR trusted BETWEEN 1 AND ${k} - 1
          OR quarantined BETWEEN 1 AND ${k} - 1 OR duplicates BETWEEN 1 AND ${k} - 1
          OR rejected BETWEEN 1 AND ${k} - 1))
+ (SELECT count(*) FROM ${layer}.delivery_comparison
   WHERE table_name IN (FROM person_table)
     AND (alike BETWEEN 1 AND ${k} - 1 OR changed BETWEEN 1 AND ${k} - 1
          OR added BETWEEN 1 AND ${k} - 1 OR gone BETWEEN 1 AND ${k} - 1))
+ (SELECT count(*) FROM ${layer}.row_change
   WHERE org_unit_id IS NOT NULL
      OR (table_name IN (FROM person_table)
          AND (added BETWEEN 1 AND ${k} - 1 OR changed BETWEEN 1 AND ${k} - 1
               OR removed BETWEEN 1 AND ${k} - 1)))
+ (SELECT count(*) FROM ${layer}.registration_delay
   WHERE org_unit_id IS NOT NULL
      OR (table_name IN (FROM person_table) AND rows BETWEEN 1 AND 10 * ${k} - 1))
+ (SELECT count(*) FROM ${layer}.figure_revision
   WHERE value_kind = 'COUNT' AND coalesce(value_before, value_after) IS NOT NULL)
