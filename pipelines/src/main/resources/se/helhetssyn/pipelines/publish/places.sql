-- Where and when figures are expected, in either organisation: each node active in each period, and
-- each that has rows.
CREATE TEMP TABLE place AS
WITH expected AS (
  SELECT n.organisation, n.org_level, n.org_unit_id, p.period_kind, p.period_start, p.last_day,
         p.from_march
  FROM node n
  JOIN period p ON n.valid_from <= p.last_day AND n.valid_to > p.period_start
  UNION
  SELECT o.organisation, n.org_level, n.org_unit_id, p.period_kind, p.period_start, p.last_day,
         p.from_march
  FROM ${touched} c
  JOIN attribution a ON a.attribution_no = c.attribution
  JOIN grid_node n USING (node)
  JOIN grid_period g USING (period)
  JOIN period p USING (period_kind, period_start)
  JOIN (VALUES ('THEN'), ('NOW')) AS o(organisation)
    ON o.organisation = organisation_of(a.attribution)
    OR (a.attribution = 'AS_WAS' AND n.org_unit_id NOT IN (FROM regrouped))
  WHERE n.org_level IN ('MUNICIPALITY', 'DIVISION', 'SERVICE_AREA', 'UNIT')
)
SELECT *, row_number() OVER (
         ORDER BY organisation, org_level, org_unit_id, period_kind, period_start) AS place_no
FROM expected;
-- Which figures there are: each series, stratum and attribution at each node active in each period
-- that it is told for. What is looked at on a day is told when that day is known, what is
-- told by sex or age from the service area upwards.
CREATE TEMP TABLE told AS
SELECT CAST(s.series_no AS BIGINT) * (SELECT count(*) FROM place) + p.place_no AS figure_id,
       s.series_no, p.place_no
FROM series s
JOIN place p ON p.organisation = organisation_of(s.attribution)
JOIN told_kind k ON k.indicator_id = s.indicator_id AND k.period_kind = p.period_kind
JOIN told_level l ON l.indicator_id = s.indicator_id AND l.org_level = p.org_level
CROSS JOIN run r
WHERE p.from_march = (s.instant = 'MARCH_YEARS')
  AND CASE s.instant
        WHEN 'PERIOD_ENDS' THEN p.last_day <= r.last_known_day AND p.period_kind <> 'ROLLING_12M'
        WHEN 'WINDOWS' THEN p.last_day <= r.last_known_day
        WHEN 'NATIONAL_DAYS' THEN p.last_day <= r.last_known_day
        ELSE TRUE
      END
  AND (NOT s.of_persons OR p.org_level IN ('MUNICIPALITY', 'DIVISION', 'SERVICE_AREA'));
-- A figure may still change while its period is not over, and until its last day, the days that
-- its rows take to mature and those that registrations may be late have passed.
CREATE TEMP MACRO may_change(last_day, maturity_days, delay_days, as_of, last_known_day) AS
  last_day > last_known_day OR as_of < last_day + maturity_days + delay_days
