CREATE TABLE ${book} AS
SELECT
  k.indicator,
  k.series,
  k.stratum,
  k.stratum_value,
  k.of_persons = 'true' AS of_persons,
  a.attribution,
  n.level,
  n.node,
  p.kind,
  p.period_start,
  p.period_end,
  c.numerator,
  c.denominator,
  c.unknown,
  c.unknown_outside,
  c.persons,
  c.persons_numerator,
  c.persons_rest,
  c.persons_unknown,
  c.largest,
  c.second_largest,
  c.histogram
FROM read_parquet(${files}) AS c
JOIN slice_key AS k USING (measure, slice)
JOIN attributed AS a ON a.attribution_no = c.attribution
JOIN grid_node AS n ON n.node_no = c.node
JOIN grid_period AS p ON p.period_no = c.period;

-- What adds up, one row per number that is not zero; a histogram's days one by one.
CREATE TABLE ${book}_amount AS
WITH cell AS (
  SELECT * EXCLUDE (persons, persons_numerator, persons_rest, persons_unknown, largest, second_largest)
  FROM ${book}),
counted AS (
  UNPIVOT (SELECT * EXCLUDE histogram FROM cell)
  ON numerator, denominator, unknown, unknown_outside
  INTO NAME what VALUE amount),
valued AS (
  SELECT * EXCLUDE (numerator, denominator, unknown, unknown_outside, histogram),
    string_split(unnest(string_split(histogram, ';')), ':') AS day
  FROM cell
  WHERE histogram IS NOT NULL)
SELECT * FROM counted WHERE amount <> 0
UNION ALL
SELECT * EXCLUDE day, 'day ' || day[1] || ' closed', CAST(day[2] AS BIGINT) FROM valued WHERE day[2] <> '0'
UNION ALL
SELECT * EXCLUDE day, 'day ' || day[1] || ' open', CAST(day[3] AS BIGINT) FROM valued WHERE day[3] <> '0';
