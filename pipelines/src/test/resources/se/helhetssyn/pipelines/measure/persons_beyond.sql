-- Persons never add up: together the parts have as many as the whole or more, none has more alone.
WITH in_parts AS (
  SELECT b.indicator, b.series, b.stratum, b.stratum_value, b.attribution, c.level, c.node,
    c.kind, c.period_start,
    max(b.persons) AS most, sum(b.persons) AS persons,
    max(b.persons_numerator) AS most_numerator, sum(b.persons_numerator) AS persons_numerator,
    max(b.persons_unknown) AS most_unknown, sum(b.persons_unknown) AS persons_unknown,
    max(b.largest) AS most_largest, sum(b.largest) AS largest
  FROM ${book} AS b
  JOIN ${parts} AS c
    ON c.indicator = b.indicator
    AND c.series = b.series
    AND c.part_level = b.level
    AND c.part_node = b.node
    AND c.part_kind = b.kind
    AND c.part_start = b.period_start
  WHERE b.attribution <> 'AS_IS' OR '${parts}' = 'made_of_months'
  GROUP BY ALL)
SELECT
  cell_name(indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
  || E'\n    whole ' || CAST(w AS VARCHAR) || E'\n    parts ' || CAST(p AS VARCHAR)
FROM ${book} AS w
JOIN in_parts AS p
USING (indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
WHERE NOT (
  w.persons BETWEEN p.most AND p.persons
  AND w.persons_numerator BETWEEN p.most_numerator AND p.persons_numerator
  AND w.persons_unknown BETWEEN p.most_unknown AND p.persons_unknown
  AND w.largest BETWEEN p.most_largest AND p.largest)
ORDER BY 1
LIMIT 20;
