-- What all indicators share: the run, its periods, the organisation through time, stays.
-- Written from the definitions' text alone. The session's time zone is Europe/Stockholm.

-- Trap: Spark writes timestamps as INT96, which come back as UTC without a zone. Read as they
-- stand, 00.30 on the first of a month would be counted in the month before.
CREATE MACRO local_day(moment) AS
  CASE WHEN typeof(moment) = 'TIMESTAMP' THEN timezone('UTC', moment)::DATE ELSE moment::DATE END;

-- Trap: the day of the organisation's or a person's own rows is no day of delivery.
CREATE TABLE coverage AS
SELECT table_name, root_org_unit_id, period_from, period_to
FROM extract_manifest
WHERE table_name NOT IN ('org_unit', 'person');

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
  WHERE period_start >= first_day)
SELECT
  period_kind,
  period_start,
  period_end,
  period_end > last_day AS unfinished
FROM bounded, run;

-- One row per node and validity interval [valid_from, valid_until).
CREATE TABLE node AS
SELECT
  org_unit_id,
  level,
  parent_id,
  coalesce(level = 'UNIT' AND unit_type = 'OTHER', FALSE) AS outside,
  valid_from,
  coalesce(valid_to, 'infinity'::DATE) AS valid_until
FROM org_unit;

-- A node, itself and each node above it, one day at a time.
-- Trap: a unit that moves between areas in mid-quarter belongs to both. What is counted at a unit
-- that has closed, or not opened yet, belongs where the unit last was or first will be.
CREATE TABLE kinship AS
WITH RECURSIVE lasting AS (
  SELECT
    org_unit_id,
    level,
    parent_id,
    outside,
    CASE WHEN lag(valid_from) OVER history IS NULL THEN '-infinity'::DATE ELSE valid_from END
      AS since,
    lead(valid_from, 1, 'infinity'::DATE) OVER history AS until
  FROM node
  WINDOW history AS (PARTITION BY org_unit_id ORDER BY valid_from)),
climb AS (
  SELECT org_unit_id, outside, org_unit_id AS above_id, parent_id, since, until
  FROM lasting
  UNION ALL
  SELECT
    climb.org_unit_id,
    climb.outside,
    parent.org_unit_id,
    parent.parent_id,
    greatest(climb.since, parent.since),
    least(climb.until, parent.until)
  FROM climb
  JOIN lasting AS parent
    ON parent.org_unit_id = climb.parent_id
    AND parent.since < climb.until
    AND climb.since < parent.until)
SELECT org_unit_id, outside, above_id, since, until FROM climb;

-- Where rows of an unknown or missing unit are counted: the lowest level that is certain.
CREATE TABLE certain_node AS
WITH division AS (SELECT DISTINCT org_unit_id FROM node WHERE level = 'DIVISION'),
root AS (SELECT DISTINCT org_unit_id FROM node WHERE level = 'MUNICIPALITY')
SELECT org_unit_id FROM division WHERE (SELECT count(*) FROM division) = 1
UNION ALL
SELECT org_unit_id FROM root WHERE (SELECT count(*) FROM division) <> 1;

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
  days INTEGER, -- a duration, closed or so far
  still_open BOOLEAN);
