-- The closing times of all citations per year of survey, counted in the source's own file, and what
-- the published figures of the whole differ from them in.

CREATE TABLE counted_histogram AS
WITH citation AS (
  SELECT survey_date AS reported, corrected, correction_date AS done
  FROM read_csv(
    getvariable('citations'),
    columns = {
      ccn: 'VARCHAR', state: 'VARCHAR', survey_date: 'DATE', ftag: 'VARCHAR',
      scope_severity: 'VARCHAR', corrected: 'BOOLEAN', correction_date: 'DATE',
      is_complaint: 'BOOLEAN'})),
-- What is corrected without a date, dated without being corrected, or corrected before it was found
-- has no valid time.
timed AS (
  SELECT *, corrected AND done <= getvariable('as_of') AS closed
  FROM citation
  WHERE corrected = (done IS NOT NULL) AND coalesce(done >= reported, TRUE))
SELECT
  date_trunc('year', reported)::DATE AS year,
  CASE WHEN closed THEN done - reported ELSE getvariable('as_of') - reported END AS day,
  count(*) FILTER (closed) AS closed,
  count(*) FILTER (NOT closed) AS censored
FROM timed
GROUP BY ALL;

CREATE TABLE published_figure AS
SELECT figure_id, period_start AS year, value, q1, q3
FROM mart.indicator_value
WHERE indicator_id = 'A03'
  AND series = 'TIME_TO_CLOSE'
  AND attribution = 'AS_WAS'
  AND org_level = 'MUNICIPALITY'
  AND period_kind = 'YEAR';

CREATE TABLE published_histogram AS
SELECT f.year, h.day, h.closed, h.censored
FROM published_figure AS f
JOIN mart.duration_histogram AS h USING (figure_id);

CREATE VIEW histogram_difference AS
SELECT concat_ws(' ', side, year, day, closed, censored)
FROM (
  SELECT 'only counted' AS side, * FROM (FROM counted_histogram EXCEPT FROM published_histogram)
  UNION ALL
  SELECT 'only published', * FROM (FROM published_histogram EXCEPT FROM counted_histogram));

-- Kaplan and Meier: the q quantile is the day on which, for the first time, no more than 1 - q are left, and
-- what is censored on a day is still at risk that day.
CREATE VIEW quartile_difference AS
WITH followed AS (
  SELECT *, sum(closed + censored) OVER (PARTITION BY year ORDER BY day DESC) AS at_risk
  FROM counted_histogram),
remaining AS (
  SELECT
    year, day, product(1 - closed / at_risk) OVER (PARTITION BY year ORDER BY day) AS share
  FROM followed),
counted AS (
  SELECT
    year,
    min(day) FILTER (share <= 0.75 + 1e-9) AS q1,
    min(day) FILTER (share <= 0.5 + 1e-9) AS median,
    min(day) FILTER (share <= 0.25 + 1e-9) AS q3
  FROM remaining
  GROUP BY year)
SELECT concat_ws(' ', year, c.q1, f.q1, c.median, f.value, c.q3, f.q3)
FROM published_figure AS f
FULL JOIN counted AS c USING (year)
WHERE (f.q1, f.value, f.q3) IS DISTINCT FROM (c.q1::DOUBLE, c.median::DOUBLE, c.q3::DOUBLE);
