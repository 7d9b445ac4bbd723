-- What was counted, with names instead of numbers. Person-days are no figure of their own.
CREATE TEMP TABLE numbered AS
SELECT c.*, n.org_level, n.org_unit_id, p.period_kind, p.period_start,
       CASE c.attribution WHEN 0 THEN 'AS_WAS' WHEN 1 THEN 'AS_WAS_GEO' ELSE 'AS_IS' END AS told_as
FROM read_parquet(${cells}) c
JOIN grid_node n USING (node)
JOIN grid_period p USING (period);
INSERT INTO cell
SELECT k.indicator_id, c.told_as, c.org_level, c.org_unit_id, c.period_kind, c.period_start,
       k.series, k.stratum, k.stratum_value, c.numerator, c.denominator, c.unknown,
       c.unknown_outside, c.persons, c.persons_numerator, c.persons_rest, c.persons_unknown,
       c.largest, c.second_largest
FROM numbered c
JOIN slice_key k USING (measure, slice);
INSERT INTO histogram
SELECT c.indicator_id, c.told_as, c.org_level, c.org_unit_id, c.period_kind, c.period_start,
       c.series, c.stratum, c.stratum_value, CAST(day[1] AS INTEGER), CAST(day[2] AS BIGINT),
       CAST(day[3] AS BIGINT)
FROM (
  SELECT n.*, k.indicator_id, k.series, k.stratum, k.stratum_value,
         string_split(unnest(string_split(n.histogram, ';')), ':') AS day
  FROM numbered n
  JOIN slice_key k USING (measure, slice)
  WHERE n.histogram IS NOT NULL
) c;
INSERT INTO person_days
SELECT c.told_as, c.org_level, c.org_unit_id, c.period_kind, c.period_start,
       coalesce(s.stratum, 'ALL'), coalesce(s.stratum_value, 'ALL'), c.denominator, c.persons
FROM numbered c
LEFT JOIN person_stratum s ON s.slice = c.slice
WHERE c.measure = ${person_days};
DROP TABLE numbered
