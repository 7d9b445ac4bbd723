-- What was counted, by the numbers of the series and of the place it is told at. Person-days are no
-- figure of their own.
CREATE TEMP TABLE counted_series AS
SELECT k.measure, k.slice, a.attribution_no, s.series_no
FROM slice_key k
JOIN series s
  ON s.indicator_id = k.indicator_id AND s.series = k.series AND s.stratum = k.stratum
 AND s.stratum_value = k.stratum_value
JOIN attribution a ON a.attribution = s.attribution;
CREATE TEMP TABLE counted_place AS
SELECT a.attribution_no, n.node, p.period, e.place_no
FROM attribution a
CROSS JOIN grid_node n
CROSS JOIN grid_period p
JOIN place e
  ON e.organisation = organisation_of(a.attribution) AND e.org_level = n.org_level
 AND e.org_unit_id = n.org_unit_id AND e.period_kind = p.period_kind
 AND e.period_start = p.period_start;
CREATE TEMP TABLE numbered AS
SELECT c.*, c.attribution AS attribution_no, p.place_no
FROM read_parquet(${cells}) c
JOIN counted_place p
  ON p.attribution_no = c.attribution AND p.node = c.node AND p.period = c.period;
INSERT INTO cell
SELECT s.series_no, c.place_no, c.numerator, c.denominator, c.unknown, c.unknown_outside,
       c.persons, c.persons_numerator, c.persons_rest, c.persons_unknown, c.largest,
       c.second_largest
FROM numbered c
JOIN counted_series s USING (measure, slice, attribution_no);
INSERT INTO histogram
SELECT c.series_no, c.place_no, CAST(day[1] AS INTEGER), CAST(day[2] AS BIGINT),
       CAST(day[3] AS BIGINT)
FROM (
  SELECT s.series_no, n.place_no,
         string_split(unnest(string_split(n.histogram, ';')), ':') AS day
  FROM numbered n
  JOIN counted_series s USING (measure, slice, attribution_no)
  WHERE n.histogram IS NOT NULL
) c;
INSERT INTO person_days
SELECT a.attribution, c.place_no, coalesce(s.stratum, 'ALL'), coalesce(s.stratum_value, 'ALL'),
       c.denominator, c.persons
FROM numbered c
JOIN attribution a USING (attribution_no)
LEFT JOIN person_stratum s ON s.slice = c.slice
WHERE c.measure = ${person_days};
DROP TABLE numbered
