-- V10: pressure ulcers that arose at the unit, per 1,000 person-days and per follow-up of a risk.

INSERT INTO source VALUES
  ('V10', 'outcome_event'),
  ('V10', 'enrolment'),
  ('V10', 'action_followup'),
  ('V10', 'risk_assessment');

INSERT INTO series
SELECT 'V10', name, kind, FALSE, FALSE, 0, attribution, 'ALL', 'ALL'
FROM
  (VALUES ('MAIN', 'RATE'), ('PER_FOLLOW_UP', 'SHARE')) AS n(name, kind),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V10', 'MAIN'), ('V10', 'PER_FOLLOW_UP');

INSERT INTO counted BY NAME
WITH ulcer AS (
  SELECT
    person_key,
    local_day(occurred_at) AS day,
    -- Trap: category 1 is no ulcer here; one without category may be.
    CASE WHEN ulcer_category IS NULL THEN 'UNKNOWN'
      WHEN ulcer_category BETWEEN 2 AND 4 THEN 'YES' ELSE 'NO' END AS deep,
    coalesce(arose_at_unit, 'UNKNOWN') AS arose
  FROM outcome_event
  WHERE event_type = 'PRESSURE_ULCER'),
-- Trap: one that was there at arrival is out, whatever its category; NO beats UNKNOWN.
answers AS (
  SELECT
    'MAIN' AS series,
    person_key,
    day,
    deep = 'YES' AND arose = 'YES' AS met,
    FALSE AS within,
    NOT (deep = 'YES' AND arose = 'YES') AS unknown
  FROM ulcer
  WHERE deep <> 'NO' AND arose <> 'NO'
  UNION ALL
  -- Trap: the ulcer must have come after the assessment and before its follow-up ended.
  SELECT
    'PER_FOLLOW_UP',
    r.person_key,
    f.followed_up_at,
    EXISTS (
      FROM ulcer AS u
      WHERE u.person_key = r.person_key
        AND u.deep = 'YES'
        AND u.arose = 'YES'
        AND u.day BETWEEN r.assessed_at AND f.followed_up_at),
    TRUE,
    FALSE
  FROM action_followup AS f
  JOIN risk_assessment AS r USING (assessment_id)
  WHERE r.status = 'COMPLETE'
    AND r.area = 'PRESSURE_ULCER'
    AND coalesce(r.clinical_risk, r.instrument_risk) = 'YES')
SELECT
  'V10' AS indicator_id,
  a.series,
  u.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  a.day,
  u.org_unit_id,
  a.person_key,
  a.met AS numerator,
  a.within AS denominator,
  a.unknown
FROM answers AS a
JOIN responsible_unit AS u USING (person_key, day);
