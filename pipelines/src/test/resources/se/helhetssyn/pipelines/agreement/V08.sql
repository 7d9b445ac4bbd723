-- V08: the chain from a risk to its follow-up, and how many assessments reach each step of it.

INSERT INTO source VALUES
  ('V08', 'risk_assessment'),
  ('V08', 'risk_cause'),
  ('V08', 'preventive_action'),
  ('V08', 'action_followup'),
  ('V08', 'enrolment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V08', name, kind, FALSE, FALSE, 90, attribution, stratum, stratum_value
FROM
  stratum,
  (VALUES
    ('MAIN', 'SHARE'),
    ('STEP_ASSESSED', 'COUNT'),
    ('STEP_RISK', 'COUNT'),
    ('STEP_CAUSE', 'COUNT'),
    ('STEP_PLANNED', 'COUNT'),
    ('STEP_PERFORMED', 'COUNT'),
    ('STEP_FOLLOWED_UP', 'COUNT')) AS n(name, kind),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person
SELECT DISTINCT indicator_id, series FROM series WHERE indicator_id = 'V08';

INSERT INTO counted BY NAME
WITH assessed AS (
  SELECT
    assessment_id,
    person_key,
    area,
    assessed_at AS day,
    CASE coalesce(clinical_risk, instrument_risk)
      WHEN 'YES' THEN 'YES'
      WHEN 'NO' THEN 'NO'
      ELSE 'UNKNOWN'
    END AS risk
  FROM risk_assessment
  WHERE status = 'COMPLETE'),
caused AS (SELECT DISTINCT assessment_id FROM risk_cause),
-- Trap: coded or not, but in the order of dates: what was planned before the assessment, or
-- performed before it was planned, is no link of the chain.
acted AS (
  SELECT
    a.assessment_id,
    min(p.performed_at) FILTER (
      p.status IN ('PERFORMED', 'ONGOING') AND p.performed_at >= p.planned_at) AS first_performed
  FROM assessed AS a
  JOIN preventive_action AS p USING (assessment_id)
  WHERE p.planned_at >= a.day
  GROUP BY a.assessment_id),
-- Trap: a follow-up before anything was performed follows up nothing.
followed AS (
  SELECT DISTINCT a.assessment_id
  FROM assessed AS a
  JOIN acted AS t USING (assessment_id)
  JOIN action_followup AS f USING (assessment_id)
  WHERE f.followed_up_at >= t.first_performed AND f.followed_up_at - a.day BETWEEN 0 AND 90),
-- Each step is one of those that took the step before it.
climbed AS (
  SELECT
    a.*,
    a.risk = 'YES' AS at_risk,
    at_risk AND c.assessment_id IS NOT NULL AS with_cause,
    with_cause AND t.assessment_id IS NOT NULL AS planned,
    planned AND t.first_performed IS NOT NULL AS performed,
    performed AND f.assessment_id IS NOT NULL AS complete
  FROM assessed AS a
  LEFT JOIN caused AS c ON c.assessment_id = a.assessment_id
  LEFT JOIN acted AS t ON t.assessment_id = a.assessment_id
  LEFT JOIN followed AS f ON f.assessment_id = a.assessment_id),
answers AS (
  SELECT
    'MAIN' AS series, area, day, person_key,
    complete AS met, at_risk AS within, risk = 'UNKNOWN' AS unknown
  FROM climbed
  WHERE risk <> 'NO'
  UNION ALL SELECT 'STEP_ASSESSED', area, day, person_key, TRUE, FALSE, FALSE FROM climbed
  UNION ALL SELECT 'STEP_RISK', area, day, person_key, at_risk, FALSE, FALSE FROM climbed
  UNION ALL SELECT 'STEP_CAUSE', area, day, person_key, with_cause, FALSE, FALSE FROM climbed
  UNION ALL SELECT 'STEP_PLANNED', area, day, person_key, planned, FALSE, FALSE FROM climbed
  UNION ALL SELECT 'STEP_PERFORMED', area, day, person_key, performed, FALSE, FALSE FROM climbed
  UNION ALL SELECT 'STEP_FOLLOWED_UP', area, day, person_key, complete, FALSE, FALSE FROM climbed)
SELECT
  'V08' AS indicator_id,
  a.series,
  u.attribution,
  t.stratum,
  t.stratum_value,
  a.day,
  u.org_unit_id,
  a.person_key,
  a.met AS numerator,
  a.within AS denominator,
  a.unknown
FROM answers AS a
JOIN responsible_unit AS u USING (person_key, day)
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', a.area) AS t
WHERE a.met OR a.within OR a.unknown;
