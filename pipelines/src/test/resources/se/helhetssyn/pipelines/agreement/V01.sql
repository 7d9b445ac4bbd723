-- V01: stays that began with a risk assessment within two days.

INSERT INTO source VALUES ('V01', 'enrolment'), ('V01', 'risk_assessment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V01', 'MAIN', 'SHARE', FALSE, FALSE, 2, attribution, stratum, stratum_value
FROM stratum, (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V01', 'MAIN');

INSERT INTO counted BY NAME
-- Trap: who dies the next day stays in; so does a stay that begins while another one lasts.
WITH by_area AS (
  SELECT
    s.enrolment_id,
    s.person_key,
    s.start_date,
    a.area,
    a.basic,
    count(r.assessment_id) > 0 AS assessed
  FROM scope_stay AS s
  CROSS JOIN risk_area AS a
  -- Trap: an assessment of the day before moving in is none of this stay.
  LEFT JOIN risk_assessment AS r
    ON r.person_key = s.person_key
    AND r.area = a.area
    AND r.status = 'COMPLETE'
    AND r.assessed_at - s.start_date BETWEEN 0 AND 2
  GROUP BY ALL),
answers AS (
  SELECT 'AREA' AS stratum, area AS stratum_value, enrolment_id, person_key, start_date, assessed
  FROM by_area
  UNION ALL
  SELECT 'ALL', 'ALL', enrolment_id, person_key, start_date, bool_and(assessed)
  FROM by_area
  WHERE basic
  GROUP BY enrolment_id, person_key, start_date)
SELECT
  'V01' AS indicator_id,
  'MAIN' AS series,
  u.attribution,
  a.stratum,
  a.stratum_value,
  u.day,
  u.org_unit_id,
  a.person_key,
  a.assessed AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM answers AS a
JOIN responsible_unit AS u ON u.person_key = a.person_key AND u.day = a.start_date;
