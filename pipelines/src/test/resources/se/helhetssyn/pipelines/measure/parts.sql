-- What each node is made of, as the rows of the organisation say, from version to version.
CREATE TABLE version AS
SELECT
  org_unit_id AS node, level, parent_id, unit_type, provider_form,
  CASE WHEN row_number() OVER own = 1 THEN DATE '0001-01-01' ELSE valid_from END AS since,
  coalesce(lead(valid_from) OVER own, DATE '9999-12-31') AS until
FROM ${org_unit}
WINDOW own AS (PARTITION BY org_unit_id ORDER BY valid_from);

CREATE TABLE bond AS
WITH alike AS (FROM version WHERE level = 'UNIT' AND unit_type <> 'OTHER')
SELECT DISTINCT p.level, p.node, v.level AS part_level, v.node AS part_node, v.since, v.until
FROM version AS v
JOIN version AS p ON p.node = v.parent_id
UNION ALL
SELECT 'UNIT_TYPE', unit_type, level, node, since, until FROM alike
UNION ALL
SELECT 'PROVIDER_FORM', provider_form, level, node, since, until FROM alike
WHERE provider_form IS NOT NULL
UNION ALL
SELECT 'UNIT_TYPE_PROVIDER', unit_type || '/' || provider_form, level, node, since, until FROM alike
WHERE provider_form IS NOT NULL;

-- Nodes and their parts, in the periods in which nothing came to them or left them.
CREATE TABLE made_of_units AS
WITH made AS (
  SELECT DISTINCT
    b.level, b.node, b.part_level, b.part_node, p.kind, p.period_start, p.period_end
  FROM bond AS b
  JOIN grid_period AS p ON b.since <= p.period_end AND p.period_start < b.until),
unsettled AS (
  SELECT DISTINCT m.level, m.node, m.kind, m.period_start
  FROM made AS m
  JOIN version AS v ON v.node = m.part_node AND v.since <= m.period_end AND m.period_start < v.until
  ANTI JOIN bond AS b
    ON b.level = m.level AND b.node = m.node AND b.part_node = v.node AND b.since = v.since)
SELECT
  t.indicator, t.series, m.level, m.node, m.kind, m.period_start,
  m.part_level, m.part_node, m.kind AS part_kind, m.period_start AS part_start
FROM made AS m
ANTI JOIN unsettled USING (level, node, kind, period_start)
JOIN told AS t ON is_among(m.level, t.levels) AND is_among(m.part_level, t.levels);

-- Periods of rows that happen and the finest ones told of that they consist of, all of which are.
CREATE TABLE made_of_months AS
WITH finest AS (
  SELECT *,
    CASE WHEN is_among('MONTH', kinds) THEN 'MONTH'
      WHEN is_among('QUARTER', kinds) THEN 'QUARTER'
      ELSE 'YEAR' END AS part_kind
  FROM told
  WHERE instant = 'EVENT'),
within AS (
  SELECT f.indicator, f.series, w.kind, w.period_start, f.part_kind, p.period_start AS part_start,
    count(*) OVER (PARTITION BY f.indicator, f.series, w.kind, w.period_start) AS parts
  FROM finest AS f
  JOIN grid_period AS w ON is_among(w.kind, f.kinds) AND w.kind <> f.part_kind
  JOIN grid_period AS p
    ON p.kind = f.part_kind AND w.period_start <= p.period_start AND p.period_end <= w.period_end)
SELECT
  w.indicator, w.series, n.level, n.node, w.kind, w.period_start,
  n.level AS part_level, n.node AS part_node, w.part_kind, w.part_start
FROM within AS w
CROSS JOIN grid_node AS n
WHERE w.parts * kind_months(w.part_kind) = kind_months(w.kind);
