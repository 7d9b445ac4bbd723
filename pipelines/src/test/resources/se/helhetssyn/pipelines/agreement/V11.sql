-- V11: follow-ups of a risk of malnutrition where more than 5 % of the weight was lost since.

INSERT INTO source VALUES
  ('V11', 'action_followup'),
  ('V11', 'risk_assessment'),
  ('V11', 'outcome_event'),
  ('V11', 'enrolment');

INSERT INTO series
SELECT 'V11', 'MAIN', 'SHARE', FALSE, FALSE, 0, attribution, 'ALL', 'ALL'
FROM (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V11', 'MAIN');

INSERT INTO counted BY NAME
WITH lost AS (
  -- Trap: five per cent exactly is not more than five.
  SELECT person_key, local_day(occurred_at) AS day
  FROM outcome_event
  WHERE event_type = 'WEIGHT_LOSS' AND weight_loss_pct > 5),
-- Trap: the counting day is the follow-up's, and it is then that the person must be in scope.
followed AS (
  SELECT
    f.followup_id,
    f.followed_up_at AS day,
    r.person_key,
    EXISTS (
      FROM lost AS l
      WHERE l.person_key = r.person_key AND l.day BETWEEN r.assessed_at AND f.followed_up_at) AS met
  FROM action_followup AS f
  JOIN risk_assessment AS r USING (assessment_id)
  WHERE r.status = 'COMPLETE'
    AND r.area = 'MALNUTRITION'
    AND coalesce(r.clinical_risk, r.instrument_risk) = 'YES')
SELECT
  'V11' AS indicator_id,
  'MAIN' AS series,
  u.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  f.day,
  u.org_unit_id,
  f.person_key,
  f.met AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM followed AS f
JOIN responsible_unit AS u USING (person_key, day);
