-- Cells of two books that only one has, or that differ.
WITH one AS (FROM ${one} WHERE ${condition}),
other AS (FROM ${other} WHERE ${condition})
SELECT
  cell_name(indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
  || E'\n    ${one}   ' || coalesce(CAST(o AS VARCHAR), 'none')
  || E'\n    ${other} ' || coalesce(CAST(t AS VARCHAR), 'none')
FROM one AS o
FULL JOIN other AS t
USING (indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
WHERE o IS DISTINCT FROM t
ORDER BY 1
LIMIT 20;
