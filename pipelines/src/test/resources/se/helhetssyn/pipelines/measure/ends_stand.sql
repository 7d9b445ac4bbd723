-- What is told of a period's last day is what is told of its last month, whatever the period.
WITH at_end AS (FROM told WHERE instant = 'PERIOD_ENDS' AND is_among('MONTH', kinds)),
whole AS (
  SELECT c.*
  FROM ${book} AS c
  JOIN at_end USING (indicator, series)
  WHERE c.kind <> 'MONTH'),
expected AS (
  SELECT c.* REPLACE (w.kind AS kind, w.period_start AS period_start, w.period_end AS period_end)
  FROM ${book} AS c
  JOIN at_end AS t USING (indicator, series)
  JOIN grid_period AS w
    ON w.period_end = c.period_end AND w.kind IN ('QUARTER', 'YEAR') AND is_among(w.kind, t.kinds)
  WHERE c.kind = 'MONTH')
SELECT
  cell_name(indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
  || E'\n    whole      ' || coalesce(CAST(w AS VARCHAR), 'none')
  || E'\n    last month ' || coalesce(CAST(e AS VARCHAR), 'none')
FROM whole AS w
FULL JOIN expected AS e
USING (indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
WHERE w IS DISTINCT FROM e
ORDER BY 1
LIMIT 20;
