-- Figures of periods that were over when the generation before was made, and that this layer tells
-- otherwise now, with what changed of that which they rest on. Hidden ones are not among them.
CREATE OR REPLACE TEMP MACRO is_little(a, b) AS abs(a - b) BETWEEN 1 AND ${k} - 1;
CREATE OR REPLACE TEMP MACRO told(value, value_kind, few) AS
  CASE
    WHEN ${k} = 1 THEN value
    WHEN few OR value_kind = 'COUNT' THEN NULL
    WHEN value_kind = 'SHARE' THEN round(value, 2)
    WHEN value_kind = 'RATE' THEN round(value, 1)
    ELSE round(value)
  END;
CREATE OR REPLACE TEMP TABLE revised AS
SELECT a.*, p.last_day, s.display_order, s.series_order, s.stratum_order, s.maturity_days,
       b.definition_version AS version_before, b.state AS state_before, b.value AS former_value,
       -- A difference of fewer than k persons, or rows of theirs, tells of them what each side hides.
       s.protection AND a.state = 'VALUE' AND b.state = 'VALUE' AND coalesce(
         CASE a.value_kind
           WHEN 'SHARE' THEN is_little(f.numerator, i.numerator)
             OR is_little(f.denominator - f.numerator, i.denominator - i.numerator)
           WHEN 'RATE' THEN is_little(f.numerator, i.numerator)
           ELSE is_little(f.denominator, i.denominator)
         END
         OR is_little(f.persons_numerator, c.persons_numerator)
         OR is_little(f.persons_rest, c.persons_rest), TRUE) AS few
FROM ${layer}.indicator_value a
JOIN former.indicator_value b
  ON b.indicator_id = a.indicator_id AND b.series = a.series AND b.attribution = a.attribution
 AND b.org_level = a.org_level AND b.org_unit_id = a.org_unit_id
 AND b.period_kind = a.period_kind AND b.period_start = a.period_start
 AND b.stratum = a.stratum AND b.stratum_value = a.stratum_value
 AND b.stratum2 IS NOT DISTINCT FROM a.stratum2
 AND b.stratum2_value IS NOT DISTINCT FROM a.stratum2_value
JOIN period p ON p.period_kind = a.period_kind AND p.period_start = a.period_start
JOIN series s
  ON s.indicator_id = a.indicator_id AND s.series = a.series AND s.attribution = a.attribution
 AND s.stratum = a.stratum AND s.stratum_value = a.stratum_value
LEFT JOIN figure f ON f.figure_id = a.figure_id
LEFT JOIN ${former_internal}.indicator_value i ON i.figure_id = b.figure_id
LEFT JOIN ${former_internal}.cell_support c ON c.figure_id = b.figure_id
WHERE p.last_day <= DATE '${former_last_known}'
  AND a.org_level IN ('MUNICIPALITY', 'DIVISION', 'SERVICE_AREA', 'UNIT')
  AND a.state <> 'SUPPRESSED' AND b.state <> 'SUPPRESSED'
  AND (a.state <> b.state OR a.value IS DISTINCT FROM b.value);
-- Each node and what is below it, now or before.
CREATE OR REPLACE TEMP TABLE subtree AS
WITH RECURSIVE parent AS (
  SELECT org_unit_id, parent_id FROM org_unit
  UNION
  SELECT org_unit_id, parent_id FROM former.org_unit
), climb AS (
  SELECT DISTINCT org_unit_id AS anchor, org_unit_id AS node FROM parent
  UNION
  SELECT c.anchor, p.parent_id
  FROM climb c JOIN parent p ON p.org_unit_id = c.node
  WHERE p.parent_id IS NOT NULL
)
FROM climb;
CREATE OR REPLACE TEMP TABLE touched AS
SELECT s.node AS org_unit_id, c.table_name, c.month, c.added, c.changed, c.removed
FROM changed_rows c
JOIN subtree s ON s.anchor = c.org_unit_id
UNION ALL
SELECT n.node, c.table_name, c.month, c.added, c.changed, c.removed
FROM changed_rows c
CROSS JOIN (SELECT DISTINCT node FROM subtree) n
WHERE c.org_unit_id NOT IN (SELECT anchor FROM subtree);
CREATE OR REPLACE TEMP TABLE moved AS
SELECT DISTINCT s.node AS org_unit_id
FROM subtree s
JOIN (
  (SELECT org_unit_id, level, parent_id, unit_type, provider_form, valid_from, valid_to
   FROM org_unit
   EXCEPT
   SELECT org_unit_id, level, parent_id, unit_type, provider_form, valid_from, valid_to
   FROM former.org_unit)
  UNION ALL
  (SELECT org_unit_id, level, parent_id, unit_type, provider_form, valid_from, valid_to
   FROM former.org_unit
   EXCEPT
   SELECT org_unit_id, level, parent_id, unit_type, provider_form, valid_from, valid_to
   FROM org_unit)
) changed_node ON changed_node.org_unit_id = s.anchor;
-- Rows of the period explain a figure; where there are none, those of other months that it looks at.
INSERT INTO ${layer}.figure_revision
WITH place AS (
  SELECT DISTINCT indicator_id, org_unit_id, period_kind, period_start, last_day FROM revised
), by_rows AS (
  SELECT r.indicator_id, r.org_unit_id, r.period_kind, r.period_start,
         c.month IS NULL OR c.month BETWEEN r.period_start AND r.last_day AS within,
         bool_or(c.added > 0) AS late,
         bool_or(c.changed > 0) AS corrected,
         bool_or(c.removed > 0) AS withdrawn
  FROM place r
  JOIN indicator_table t ON t.indicator_id = r.indicator_id
  JOIN touched c ON c.table_name = t.table_name AND c.org_unit_id = r.org_unit_id
  GROUP BY ALL
), nearest AS (
  FROM by_rows
  QUALIFY row_number() OVER (
    PARTITION BY indicator_id, org_unit_id, period_kind, period_start ORDER BY within DESC) = 1
), parameter_set AS (
  SELECT DISTINCT indicator_id
  FROM (
    (FROM indicator_parameter EXCEPT FROM ${former_parameter})
    UNION ALL
    (FROM ${former_parameter} EXCEPT FROM indicator_parameter)
  )
)
SELECT r.indicator_id, r.series, r.attribution, r.org_level, r.org_unit_id, r.period_kind,
       r.period_start, r.stratum, r.stratum_value, r.value_kind, r.version_before,
       r.definition_version, r.state_before, r.state,
       told(r.former_value, r.value_kind, r.few) AS before,
       told(r.value, r.value_kind, r.few) AS after,
       coalesce(nullif(concat_ws(',',
         CASE WHEN n.late THEN 'LATE' END,
         CASE WHEN n.corrected THEN 'CORRECTED' END,
         CASE WHEN n.withdrawn THEN 'WITHDRAWN' END,
         CASE WHEN r.version_before <> r.definition_version THEN 'DEFINITION' END,
         CASE WHEN r.indicator_id IN (FROM parameter_set) THEN 'SETTINGS' END,
         CASE WHEN r.org_unit_id IN (FROM moved) THEN 'ORGANISATION' END,
         CASE WHEN run.as_of > DATE '${former_as_of}'
                   AND (r.value_kind = 'DAYS'
                        OR r.last_day + r.maturity_days > DATE '${former_as_of}')
           THEN 'MATURED' END), ''), 'UNKNOWN')
FROM revised r
CROSS JOIN run
LEFT JOIN nearest n
  ON n.indicator_id = r.indicator_id AND n.org_unit_id = r.org_unit_id
 AND n.period_kind = r.period_kind AND n.period_start = r.period_start
WHERE r.state <> r.state_before OR before IS NULL OR after IS NULL OR before <> after
ORDER BY r.display_order, r.indicator_id, r.series_order, r.attribution, r.stratum_order,
         r.org_level, r.org_unit_id, r.period_kind, r.period_start
