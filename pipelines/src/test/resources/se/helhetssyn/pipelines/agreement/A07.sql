-- A07: how serious reported deviations are: bands of the risk category, and classes of event.

INSERT INTO source VALUES ('A07', 'deviation');

CREATE TABLE a07_stratum AS
SELECT * FROM (
  VALUES
    ('ALL', 'ALL'),
    ('RISK_BAND', '1-2'),
    ('RISK_BAND', '3-6'),
    ('RISK_BAND', '8-16'),
    ('EVENT_CLASS', 'RISK'),
    ('EVENT_CLASS', 'NEAR_MISS'),
    ('EVENT_CLASS', 'HARM')) AS t(stratum, stratum_value);

INSERT INTO series
SELECT 'A07', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', stratum, stratum_value
FROM a07_stratum;

INSERT INTO series_person VALUES ('A07', 'MAIN');

INSERT INTO counted BY NAME
WITH judged AS (
  SELECT
    local_day(reported_at) AS day,
    org_unit_id,
    person_key,
    -- Trap: the category as reported, not as it was set again at the end.
    CASE
      WHEN risk_category <= 2 THEN '1-2'
      WHEN risk_category <= 6 THEN '3-6'
      WHEN risk_category IS NOT NULL THEN '8-16'
    END AS band,
    event_class
  FROM deviation
  WHERE status <> 'REJECTED' AND law <> 'LSS'),
-- Trap: every deviation is below the line of every band (and class), above the line of its own.
answers AS (
  SELECT
    j.day,
    j.org_unit_id,
    j.person_key,
    s.stratum,
    s.stratum_value,
    CASE s.stratum WHEN 'EVENT_CLASS' THEN j.event_class ELSE j.band END AS answer,
    CASE s.stratum WHEN 'ALL' THEN '8-16' ELSE s.stratum_value END AS asked
  FROM judged AS j
  CROSS JOIN a07_stratum AS s)
SELECT
  'A07' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  stratum,
  stratum_value,
  day,
  org_unit_id,
  person_key,
  answer IS NOT NULL AND answer = asked AS numerator,
  answer IS NOT NULL AS denominator,
  answer IS NULL AS unknown
FROM answers;
