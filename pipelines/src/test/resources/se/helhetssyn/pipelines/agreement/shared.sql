-- What all indicators share: the run, its periods, the organisation through time, stays.
-- Written from the definitions' text alone. The session's time zone is Europe/Stockholm.

-- Trap: Spark writes timestamps as INT96, which come back as UTC without a zone. Read as they
-- stand, 00.30 on the first of a month would be counted in the month before.
CREATE MACRO local_day(moment) AS
  CASE WHEN typeof(moment) = 'TIMESTAMP' THEN timezone('UTC', moment)::DATE ELSE moment::DATE END;

-- Trap: the day of the organisation's or a person's own rows is no day of delivery, and what the
-- manifest says of a file that was turned away at the door is not covered.
CREATE TABLE coverage AS
SELECT table_name, root_org_unit_id, period_from, period_to
FROM extract_manifest
WHERE table_name NOT IN ('org_unit', 'person')
  AND extract_id NOT IN (
    SELECT extract_id FROM mart.delivery GROUP BY extract_id HAVING NOT bool_or(taken));

CREATE TABLE run AS
SELECT
  getvariable('as_of') AS as_of,
  coalesce((SELECT min(period_from) FROM coverage), getvariable('delivered_from')) AS first_day,
  least(
    getvariable('as_of'),
    coalesce((SELECT max(period_to) FROM coverage), getvariable('delivered_to'))) AS last_day;

-- Periods: from the first whole one of the delivery to the one that holds its last known day.
CREATE TABLE period AS
WITH kind(period_kind, unit, length) AS (
  VALUES
    ('MONTH', 'month', INTERVAL 1 MONTH),
    ('QUARTER', 'quarter', INTERVAL 3 MONTHS),
    ('YEAR', 'year', INTERVAL 1 YEAR)),
started AS (
  SELECT
    period_kind,
    length,
    unnest(
      generate_series(
        date_trunc(unit, first_day)::TIMESTAMP, date_trunc(unit, last_day)::TIMESTAMP, length))
      ::DATE AS period_start
  FROM kind, run),
bounded AS (
  SELECT period_kind, period_start, (period_start + length)::DATE - 1 AS period_end
  FROM started, run
  WHERE period_start >= first_day
  UNION ALL
  -- Windows of twelve months that end with a quarter. Trap: the last one is still running when the
  -- delivery ends within its last quarter.
  SELECT
    'ROLLING_12M',
    (quarter_start - INTERVAL 9 MONTHS)::DATE,
    (quarter_start + INTERVAL 3 MONTHS)::DATE - 1
  FROM (SELECT period_start AS quarter_start FROM started WHERE period_kind = 'QUARTER') AS q, run
  WHERE quarter_start - INTERVAL 9 MONTHS >= first_day)
SELECT
  period_kind,
  period_start,
  period_end,
  period_end > last_day AS unfinished
FROM bounded, run;

-- Years from 1 March to the last of February, for the series that say so.
CREATE TABLE march_year AS
WITH started AS (
  SELECT unnest(
    generate_series(
      date_trunc('year', first_day - INTERVAL 1 YEAR)::TIMESTAMP + INTERVAL 2 MONTHS,
      last_day::TIMESTAMP,
      INTERVAL 1 YEAR))::DATE AS period_start
  FROM run)
SELECT
  'YEAR' AS period_kind,
  period_start,
  (period_start + INTERVAL 1 YEAR)::DATE - 1 AS period_end,
  (period_start + INTERVAL 1 YEAR)::DATE - 1 > last_day AS unfinished
FROM started, run
WHERE period_start >= first_day;

-- One row per node and validity interval [valid_from, valid_until).
CREATE TABLE node AS
SELECT
  org_unit_id,
  level,
  parent_id,
  coalesce(level = 'UNIT' AND unit_type = 'OTHER', FALSE) AS outside,
  unit_type,
  provider_form,
  valid_from,
  coalesce(valid_to, 'infinity'::DATE) AS valid_until
FROM org_unit;

-- A node, itself and each node above it, one day at a time.
-- Trap: a unit that moves between areas in mid-quarter belongs to both. What is counted at a unit
-- that has closed, or not opened yet, belongs where the unit last was or first will be.
CREATE TABLE lasting_node AS
SELECT
  *,
  CASE WHEN lag(valid_from) OVER history IS NULL THEN '-infinity'::DATE ELSE valid_from END
    AS since,
  lead(valid_from, 1, 'infinity'::DATE) OVER history AS until
FROM node
WINDOW history AS (PARTITION BY org_unit_id ORDER BY valid_from);

CREATE TABLE kinship AS
WITH RECURSIVE climb AS (
  SELECT org_unit_id, outside, org_unit_id AS above_id, parent_id, since, until
  FROM lasting_node
  UNION ALL
  SELECT
    climb.org_unit_id,
    climb.outside,
    parent.org_unit_id,
    parent.parent_id,
    greatest(climb.since, parent.since),
    least(climb.until, parent.until)
  FROM climb
  JOIN lasting_node AS parent
    ON parent.org_unit_id = climb.parent_id
    AND parent.since < climb.until
    AND climb.since < parent.until)
SELECT org_unit_id, outside, above_id, since, until FROM climb;

-- The nodes beside the tree that a unit belongs to as long as it has that type and provider form.
CREATE TABLE type_node AS
WITH unit AS (FROM lasting_node WHERE level = 'UNIT' AND NOT outside)
SELECT
  'UNIT_TYPE' AS grain, unit_type AS node_id, org_unit_id, valid_from, valid_until, since, until
FROM unit
WHERE unit_type IS NOT NULL
UNION ALL
SELECT 'PROVIDER_FORM', provider_form, org_unit_id, valid_from, valid_until, since, until
FROM unit
WHERE provider_form IS NOT NULL
UNION ALL
SELECT
  'UNIT_TYPE_PROVIDER',
  unit_type || '/' || provider_form,
  org_unit_id,
  valid_from,
  valid_until,
  since,
  until
FROM unit
WHERE unit_type IS NOT NULL AND provider_form IS NOT NULL;

-- Where rows of an unknown or missing unit are counted: the lowest level that is certain.
CREATE TABLE certain_node AS
WITH division AS (SELECT DISTINCT org_unit_id FROM node WHERE level = 'DIVISION'),
root AS (SELECT DISTINCT org_unit_id FROM node WHERE level = 'MUNICIPALITY')
SELECT org_unit_id FROM division WHERE (SELECT count(*) FROM division) = 1
UNION ALL
SELECT org_unit_id FROM root WHERE (SELECT count(*) FROM division) <> 1;

-- The age group of a person born in a year, by the age reached in the year of a day.
CREATE MACRO age_reached(day, birth_year) AS
  CASE
    WHEN birth_year IS NULL THEN NULL
    WHEN year(day) - birth_year >= 90 THEN '90+'
    WHEN year(day) - birth_year >= 85 THEN '85-89'
    WHEN year(day) - birth_year >= 80 THEN '80-84'
    WHEN year(day) - birth_year >= 75 THEN '75-79'
    WHEN year(day) - birth_year >= 65 THEN '65-74'
    ELSE '<65'
  END;

-- Stays are [start_date, end_date). Trap: an open stay ends with the person's death.
CREATE TABLE stay AS
SELECT
  e.enrolment_id,
  e.person_key,
  e.org_unit_id,
  e.enrolment_type,
  e.start_date,
  least(coalesce(e.end_date, 'infinity'::DATE), coalesce(p.death_date, 'infinity'::DATE))
    AS end_date
FROM enrolment AS e
LEFT JOIN person AS p USING (person_key);

-- Rule R01. Trap: home care alone, or short-term care, does not bring a person into scope.
CREATE VIEW scope_stay AS
SELECT * FROM stay WHERE enrolment_type IN ('RESIDENTIAL', 'HOME_HEALTH');

-- The unit responsible for a person on each day of the published periods, with the stay it follows
-- from. Trap: the day a stay ends still belongs to it for what happens that day, unless another
-- stay covers the day; it is no day of a point prevalence, nor a person-day. Overlapping stays:
-- residential before home health, then the latest start, then the highest id.
-- A home-health person counts at the home-care unit beside it if there is one, else where she
-- lives; AS_WAS_GEO is always where she lives. Home care that ends the same day is beside it to the
-- end. Trap: a resident's home care never takes over; home care at a unit that is not given is not
-- at where she lives, but as little known as one with a unit that nobody knows (DQ18 is as DQ16).
CREATE TABLE responsible_unit AS
WITH each_day AS (
  SELECT
    s.*,
    unnest(
      generate_series(
        greatest(start_date, first_day)::TIMESTAMP,
        least(end_date, (SELECT max(period_end) FROM period))::TIMESTAMP,
        INTERVAL 1 DAY))::DATE AS day
  FROM scope_stay AS s, run
  WHERE start_date <= (SELECT max(period_end) FROM period) AND first_day <= end_date),
responsible AS (
  SELECT *, end_date = day AS on_the_end_day
  FROM each_day
  QUALIFY row_number() OVER (
    PARTITION BY person_key, day
    ORDER BY
      day < end_date DESC,
      enrolment_type = 'RESIDENTIAL' DESC,
      start_date DESC,
      enrolment_id DESC) = 1),
home_care AS (
  SELECT r.person_key, r.day, s.org_unit_id
  FROM responsible AS r
  JOIN stay AS s
    ON s.person_key = r.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= r.day
    AND (r.day < s.end_date OR (r.on_the_end_day AND r.day = s.end_date))
  WHERE r.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY r.person_key, r.day
    ORDER BY r.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1)
SELECT
  'AS_WAS_GEO' AS attribution,
  org_unit_id,
  day,
  person_key,
  start_date AS stay_start,
  on_the_end_day
FROM responsible
UNION ALL
SELECT
  'AS_WAS',
  CASE WHEN h.person_key IS NOT NULL THEN h.org_unit_id ELSE r.org_unit_id END,
  r.day,
  r.person_key,
  r.start_date,
  r.on_the_end_day
FROM responsible AS r
LEFT JOIN home_care AS h ON h.person_key = r.person_key AND h.day = r.day;

-- Person-days, up to the last known day. Trap: the day of return is a day at the unit again; a
-- hospital stay noted at home care beside the home health care takes the day away all the same.
CREATE TABLE person_day AS
WITH away AS (
  SELECT DISTINCT
    s.person_key,
    unnest(
      generate_series(
        greatest(a.from_date, first_day)::TIMESTAMP,
        (least(coalesce(a.to_date, s.end_date), last_day + 1) - 1)::TIMESTAMP,
        INTERVAL 1 DAY))::DATE AS day
  FROM absence AS a
  JOIN stay AS s USING (enrolment_id)
  CROSS JOIN run
  WHERE a.reason = 'HOSPITAL' AND a.from_date IS NOT NULL)
SELECT attribution, org_unit_id, day, person_key, 1 AS days
FROM responsible_unit
ANTI JOIN away USING (person_key, day)
WHERE NOT on_the_end_day AND day <= (SELECT last_day FROM run);

-- Trap: bladder dysfunction has its own stratum but is not one of the four basic areas.
CREATE TABLE risk_area AS
SELECT * FROM (
  VALUES
    ('FALL', TRUE),
    ('PRESSURE_ULCER', TRUE),
    ('MALNUTRITION', TRUE),
    ('ORAL_HEALTH', TRUE),
    ('BLADDER_DYSFUNCTION', FALSE)) AS t(area, basic);

-- Every series, with the stratum values and attributions it is published in.
CREATE TABLE series (
  indicator_id VARCHAR,
  series VARCHAR,
  value_kind VARCHAR,
  at_period_end BOOLEAN, -- a point prevalence, or something that happens on a day
  counts_persons BOOLEAN,
  maturity_days INTEGER,
  attribution VARCHAR,
  stratum VARCHAR,
  stratum_value VARCHAR);

-- What only some series need. A series with rows in series_kind or series_level is published in
-- those kinds of period, or at those levels, and no other.
CREATE TABLE series_kind (indicator_id VARCHAR, series VARCHAR, period_kind VARCHAR);

CREATE TABLE series_level (indicator_id VARCHAR, series VARCHAR, org_level VARCHAR);

-- Its years begin on 1 March.
CREATE TABLE series_from_march (indicator_id VARCHAR, series VARCHAR);

-- A count of distinct persons, never a sum.
CREATE TABLE series_distinct (indicator_id VARCHAR, series VARCHAR);

-- Its durations cannot be open: quartiles by linear interpolation, without an interval.
CREATE TABLE series_closed (indicator_id VARCHAR, series VARCHAR);

-- Its rows have persons: also by sex and age group.
CREATE TABLE series_person (indicator_id VARCHAR, series VARCHAR);

-- The delivered tables that a series cannot do without.
CREATE TABLE source (indicator_id VARCHAR, table_name VARCHAR);

-- One row per conference, case, person, assessment or deviation that counts, on its counting day.
CREATE TABLE counted (
  indicator_id VARCHAR,
  series VARCHAR,
  attribution VARCHAR,
  stratum VARCHAR,
  stratum_value VARCHAR,
  day DATE,
  org_unit_id VARCHAR,
  person_key VARCHAR,
  numerator BOOLEAN,
  denominator BOOLEAN,
  unknown BOOLEAN,
  days INTEGER, -- a duration, closed or so far; or a score
  still_open BOOLEAN,
  numerator_weight BIGINT, -- summed instead of one per row
  denominator_weight BIGINT,
  only_period_kind VARCHAR, -- counts in this one period alone, wherever its day lies
  only_period_start DATE);
