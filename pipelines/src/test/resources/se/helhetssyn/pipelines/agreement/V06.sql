-- V06: planned actions that were performed within 30 days, and those the person declined.

INSERT INTO source VALUES
  ('V06', 'preventive_action'),
  ('V06', 'risk_assessment'),
  ('V06', 'enrolment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V06', name, 'SHARE', FALSE, FALSE, 30, attribution, stratum, stratum_value
FROM
  stratum,
  (VALUES ('MAIN'), ('DECLINED')) AS n(name),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V06', 'MAIN'), ('V06', 'DECLINED');

INSERT INTO counted BY NAME
-- Trap: the area is the action's own, whatever area the assessment was about; and an action of an
-- assessment that is not complete was planned all the same.
WITH action AS (
  SELECT
    p.action_id,
    p.area,
    p.planned_at AS day,
    r.person_key,
    -- Trap: a reason left behind on an action that is performed after all says nothing.
    CASE WHEN p.status IN ('NOT_PERFORMED', 'STOPPED') THEN p.not_performed_reason END AS reason,
    p.status = 'PERFORMED' AND p.performed_at IS NULL AS undated,
    coalesce(
      p.status IN ('PERFORMED', 'ONGOING') AND p.performed_at - p.planned_at BETWEEN 0 AND 30,
      FALSE) AS performed
  FROM preventive_action AS p
  JOIN risk_assessment AS r USING (assessment_id)),
answers AS (
  SELECT 'MAIN' AS series, area, day, person_key, performed AS met, undated AS unknown
  FROM action
  WHERE coalesce(reason NOT IN ('DECLINED', 'DECEASED', 'MOVED'), TRUE)
  UNION ALL
  SELECT 'DECLINED', area, day, person_key, coalesce(reason = 'DECLINED', FALSE), FALSE
  FROM action
  WHERE coalesce(reason NOT IN ('DECEASED', 'MOVED'), TRUE))
SELECT
  'V06' AS indicator_id,
  a.series,
  u.attribution,
  t.stratum,
  t.stratum_value,
  a.day,
  u.org_unit_id,
  a.person_key,
  a.met AS numerator,
  TRUE AS denominator,
  a.unknown
FROM answers AS a
JOIN responsible_unit AS u USING (person_key, day)
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', a.area) AS t;
