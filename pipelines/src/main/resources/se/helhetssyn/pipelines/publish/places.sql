-- Where and when figures are expected, in either organisation: each node active in each period, and
-- each that has rows.
CREATE TEMP TABLE place AS
WITH expected AS (
  SELECT n.organisation, n.org_level, n.org_unit_id, p.period_kind, p.period_start, p.last_day
  FROM node n
  JOIN period p ON n.valid_from <= p.last_day AND n.valid_to > p.period_start
  UNION
  SELECT organisation_of(c.attribution), c.org_level, c.org_unit_id, p.period_kind, p.period_start, p.last_day
  FROM cell c
  JOIN period p USING (period_kind, period_start)
)
SELECT *, row_number() OVER (
         ORDER BY organisation, org_level, org_unit_id, period_kind, period_start) AS place_no
FROM expected;
CREATE TEMP TABLE missing_series AS
SELECT *,
       row_number() OVER (
         ORDER BY display_order, indicator_id, series_order, attribution, stratum_order) AS series_no
FROM series
WHERE source_missing;
-- A figure may still change while its period is not over, and until its last day, the days that
-- its rows take to mature and those that registrations may be late have passed.
CREATE TEMP MACRO may_change(last_day, maturity_days, delay_days, as_of, last_known_day) AS
  last_day > last_known_day OR as_of < last_day + maturity_days + delay_days
