-- A03: deviations closed within 60 days, the time to close, and what is open at a period's end.

INSERT INTO source VALUES ('A03', 'deviation');

-- Ages of the open stock in days, both ends inclusive.
CREATE TABLE stock_age AS
SELECT * FROM (
  VALUES
    ('STOCK_0_30', 0, 30),
    ('STOCK_31_60', 31, 60),
    ('STOCK_61_90', 61, 90),
    ('STOCK_OVER_90', 91, 1_000_000)) AS t(series, least_days, most_days);

INSERT INTO series
SELECT 'A03', series, kind, at_period_end, FALSE, maturity_days, 'AS_WAS', 'ALL', 'ALL'
FROM (
  SELECT 'MAIN' AS series, 'SHARE' AS kind, FALSE AS at_period_end, 60 AS maturity_days
  UNION ALL SELECT 'TIME_TO_CLOSE', 'DAYS', FALSE, 0
  UNION ALL SELECT series, 'COUNT', TRUE, 0 FROM stock_age);

INSERT INTO series_person
SELECT DISTINCT indicator_id, series FROM series WHERE indicator_id = 'A03';

-- Trap: incoming deviations and those not tied to a person count like any other here.
CREATE VIEW followed_deviation AS
SELECT
  deviation_id,
  org_unit_id,
  person_key,
  local_day(reported_at) AS day,
  closed_at,
  status = 'CLOSED' AS closed,
  status = 'CLOSED' AND closed_at IS NULL AS undated,
  -- Trap: a date does not close what is open again; such a row has no valid time.
  (status = 'CLOSED') <> (closed_at IS NOT NULL) AS contradictory,
  -- Trap: compare days; a closing at midnight of the day of reporting is not before it.
  coalesce(closed_at < local_day(reported_at), FALSE) AS reversed
FROM deviation
WHERE status <> 'REJECTED' AND law <> 'LSS';

-- Closed within 60 days. Trap: what has no valid time stays in the denominator, as unknown.
INSERT INTO counted BY NAME
SELECT
  'A03' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  closed AND coalesce(closed_at - day BETWEEN 0 AND 60, FALSE) AS numerator,
  TRUE AS denominator,
  undated OR (closed AND reversed) AS unknown
FROM followed_deviation;

-- Time to close. Trap: what is open, or closes after as-of, is followed to as-of and no longer.
INSERT INTO counted BY NAME
WITH timed AS (
  SELECT *, contradictory OR reversed AS left_out, closed AND closed_at <= as_of AS done
  FROM followed_deviation, run)
SELECT
  'A03' AS indicator_id,
  'TIME_TO_CLOSE' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  NOT left_out AS denominator,
  left_out AS unknown,
  CASE WHEN NOT left_out THEN CASE WHEN done THEN closed_at - day ELSE as_of - day END END AS days,
  NOT left_out AND NOT done AS still_open
FROM timed;

-- Open at the last day of a finished period, in the organisation of that day.
INSERT INTO counted BY NAME
WITH reference AS (
  SELECT DISTINCT period_end AS day FROM period WHERE NOT unfinished),
aged AS (
  SELECT
    r.day,
    d.org_unit_id,
    d.person_key,
    r.day - d.day AS age,
    d.contradictory,
    -- Trap: closed on the last day itself is closed by the end of it.
    NOT (d.closed AND d.closed_at <= r.day) AS still_open
  FROM reference AS r
  JOIN followed_deviation AS d ON d.day <= r.day)
SELECT
  'A03' AS indicator_id,
  s.series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  a.day,
  a.org_unit_id,
  a.person_key,
  still_open AND NOT contradictory AS numerator,
  FALSE AS denominator,
  contradictory AS unknown
FROM aged AS a
JOIN stock_age AS s ON a.age BETWEEN s.least_days AND s.most_days
WHERE contradictory OR still_open;
