-- V07: assessments that found a risk and were followed up within 90 days.

INSERT INTO source VALUES
  ('V07', 'risk_assessment'),
  ('V07', 'action_followup'),
  ('V07', 'enrolment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V07', 'MAIN', 'SHARE', FALSE, FALSE, 90, attribution, stratum, stratum_value
FROM stratum, (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V07', 'MAIN');

INSERT INTO counted BY NAME
WITH assessed AS (
  SELECT
    assessment_id,
    person_key,
    area,
    assessed_at AS day,
    -- Trap: a clinical judgement beats the instrument, also where the instrument could not say.
    coalesce(clinical_risk, instrument_risk) AS risk
  FROM risk_assessment
  WHERE status = 'COMPLETE'),
-- Trap: the day of the assessment counts and so does the ninetieth; the day before it does not.
followed AS (
  SELECT DISTINCT a.assessment_id
  FROM assessed AS a
  JOIN action_followup AS f USING (assessment_id)
  WHERE f.followed_up_at - a.day BETWEEN 0 AND 90)
-- Trap: what found no risk is not here; what could not say is outside, and reported.
SELECT
  'V07' AS indicator_id,
  'MAIN' AS series,
  u.attribution,
  t.stratum,
  t.stratum_value,
  a.day,
  u.org_unit_id,
  a.person_key,
  coalesce(a.risk = 'YES', FALSE) AND f.assessment_id IS NOT NULL AS numerator,
  coalesce(a.risk = 'YES', FALSE) AS denominator,
  coalesce(a.risk <> 'YES', TRUE) AS unknown
FROM assessed AS a
JOIN responsible_unit AS u USING (person_key, day)
LEFT JOIN followed AS f USING (assessment_id)
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', a.area) AS t
WHERE coalesce(a.risk <> 'NO', TRUE);
