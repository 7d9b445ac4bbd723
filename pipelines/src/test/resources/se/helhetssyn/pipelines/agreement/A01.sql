-- A01: reported deviations, as a number and per 1,000 person-days; incoming ones apart.

INSERT INTO source VALUES ('A01', 'deviation'), ('A01', 'enrolment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value
  UNION ALL
  SELECT 'LAW', unnest(['HSL', 'SOL', 'OTHER'])
  UNION ALL
  SELECT 'CATEGORY', unnest([
    'FALL',
    'MEDICATION',
    'COMMUNICATION',
    'DEVICE',
    'INFECTION',
    'RESOURCES',
    'CARE_TREATMENT',
    'HYGIENE',
    'PRESSURE_ULCER',
    'TREATMENT_OF_PERSON',
    'MISSED_SOL_INTERVENTION',
    'EXTERNAL',
    'OTHER']))
SELECT 'A01', name, kind, FALSE, FALSE, 0, 'AS_WAS', stratum, stratum_value
FROM
  stratum,
  (VALUES ('MAIN', 'RATE'), ('REPORTED', 'COUNT'), ('INCOMING', 'COUNT'), ('OCCURRED', 'COUNT'))
    AS n(name, kind)
WHERE stratum = 'ALL' OR name IN ('MAIN', 'REPORTED');

INSERT INTO series_person
SELECT 'A01', unnest(['MAIN', 'REPORTED', 'INCOMING', 'OCCURRED']);

INSERT INTO counted BY NAME
WITH a01_deviation AS (
  SELECT
    law,
    category,
    org_unit_id,
    person_key,
    external_party IS NOT DISTINCT FROM 'INCOMING' AS incoming,
    local_day(reported_at) AS reported_on,
    local_day(occurred_at) AS occurred_on
  FROM deviation
  -- Trap: a report that was rejected has been reported all the same.
  WHERE law <> 'LSS'),
flow AS (
  SELECT unnest(['MAIN', 'REPORTED']) AS series, reported_on AS day, *
  FROM a01_deviation
  WHERE NOT incoming
  UNION ALL
  SELECT 'INCOMING', reported_on, * FROM a01_deviation WHERE incoming
  UNION ALL
  -- Trap: what nobody knows the time of is in no period; the day of reporting does not stand in.
  SELECT 'OCCURRED', occurred_on, *
  FROM a01_deviation
  WHERE NOT incoming AND occurred_on IS NOT NULL)
-- Trap: a person need not be in scope, nor be known, for a deviation to count.
SELECT
  'A01' AS indicator_id,
  f.series,
  'AS_WAS' AS attribution,
  t.stratum,
  t.stratum_value,
  f.day,
  f.org_unit_id,
  f.person_key,
  TRUE AS numerator,
  FALSE AS denominator,
  FALSE AS unknown
FROM flow AS f
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value
  UNION ALL
  SELECT 'LAW', f.law WHERE f.series IN ('MAIN', 'REPORTED')
  UNION ALL
  SELECT 'CATEGORY', f.category WHERE f.series IN ('MAIN', 'REPORTED')) AS t;
