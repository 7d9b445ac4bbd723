SELECT
  cell_name(indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
  || format(': {} {}, in its parts {}', what, whole, parts)
FROM ${book}_${parts}
WHERE whole <> parts
ORDER BY 1
LIMIT 20;
