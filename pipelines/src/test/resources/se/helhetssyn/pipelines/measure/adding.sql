-- Counts of a cell and of the cells it is made of together. By sex and by age units are not told of.
CREATE TABLE ${book}_${parts} AS
WITH in_whole AS (
  SELECT a.* EXCLUDE (of_persons, period_end)
  FROM ${book}_amount AS a
  SEMI JOIN ${parts} AS c
    ON c.indicator = a.indicator
    AND c.series = a.series
    AND c.level = a.level
    AND c.node = a.node
    AND c.kind = a.kind
    AND c.period_start = a.period_start
    AND NOT (a.of_persons AND c.part_level = 'UNIT')
  WHERE a.attribution <> 'AS_IS' OR '${parts}' = 'made_of_months'),
in_parts AS (
  SELECT a.indicator, a.series, a.stratum, a.stratum_value, a.attribution, c.level, c.node,
    c.kind, c.period_start, a.what, sum(a.amount) AS amount
  FROM ${book}_amount AS a
  JOIN ${parts} AS c
    ON c.indicator = a.indicator
    AND c.series = a.series
    AND c.part_level = a.level
    AND c.part_node = a.node
    AND c.part_kind = a.kind
    AND c.part_start = a.period_start
  WHERE a.attribution <> 'AS_IS' OR '${parts}' = 'made_of_months'
  GROUP BY ALL)
SELECT * EXCLUDE amount, coalesce(i.amount, 0) AS whole, coalesce(p.amount, 0) AS parts
FROM in_whole AS i
FULL JOIN in_parts AS p
USING (indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start, what);
