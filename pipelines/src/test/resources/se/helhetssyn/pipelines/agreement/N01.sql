-- N01: persons of 65 and over in residential or short-term care with a current implementation plan.

INSERT INTO source VALUES
  ('N01', 'person'),
  ('N01', 'enrolment'),
  ('N01', 'plan'),
  ('N01', 'plan_revision');

INSERT INTO series VALUES
  ('N01', 'MAIN', 'SHARE', TRUE, TRUE, 0, 'AS_WAS', 'ALL', 'ALL'),
  ('N01', 'MAIN', 'SHARE', TRUE, TRUE, 0, 'AS_WAS', 'CARE_FORM', 'RESIDENTIAL');

INSERT INTO series_kind VALUES ('N01', 'MAIN', 'QUARTER'), ('N01', 'MAIN', 'YEAR');

INSERT INTO series_person VALUES ('N01', 'MAIN');

INSERT INTO counted BY NAME
-- Trap: a year is judged on 1 March, not on its last day.
WITH reference AS (
  SELECT
    period_kind,
    period_start,
    CASE period_kind
      WHEN 'YEAR' THEN (period_start + INTERVAL 2 MONTHS)::DATE
      ELSE period_end
    END AS day
  FROM period
  WHERE period_kind IN ('QUARTER', 'YEAR') AND NOT unfinished),
-- Trap: short-term care is in, and nobody is given fourteen days; age is told by the year alone.
population AS (
  SELECT r.*, s.person_key, s.org_unit_id
  FROM reference AS r
  JOIN stay AS s
    ON s.enrolment_type IN ('RESIDENTIAL', 'SHORT_TERM')
    AND s.start_date <= r.day
    AND r.day < s.end_date
  JOIN person AS p ON p.person_key = s.person_key AND year(r.day) - p.birth_year >= 65
  QUALIFY row_number() OVER (
    PARTITION BY r.period_kind, r.period_start, s.person_key
    ORDER BY s.start_date DESC, s.enrolment_id DESC) = 1),
-- Trap: in force that day, whatever the status is now; ended without a date is not in force.
in_force AS (
  SELECT DISTINCT r.day, p.plan_id, p.person_key, p.created_at
  FROM reference AS r
  JOIN plan AS p
    ON p.plan_type = 'IMPLEMENTATION_PLAN'
    AND p.status <> 'DRAFT'
    AND p.valid_from <= r.day
    AND (p.valid_to > r.day OR (p.valid_to IS NULL AND p.status = 'ACTIVE'))),
-- Trap: a follow-up without change makes it current; that it ended does not.
current_plan AS (
  SELECT DISTINCT f.day, f.person_key
  FROM in_force AS f
  WHERE f.day - f.created_at BETWEEN 0 AND 183
    OR EXISTS (
      FROM plan_revision AS v
      WHERE v.plan_id = f.plan_id
        AND v.revision_kind IN ('FOLLOW_UP_NO_CHANGE', 'REVISED')
        AND f.day - v.revised_at BETWEEN 0 AND 183))
SELECT
  'N01' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  t.stratum,
  t.stratum_value,
  p.day,
  p.org_unit_id,
  p.person_key,
  c.person_key IS NOT NULL AS numerator,
  TRUE AS denominator,
  FALSE AS unknown,
  p.period_kind AS only_period_kind,
  p.period_start AS only_period_start
FROM population AS p
LEFT JOIN current_plan AS c ON c.day = p.day AND c.person_key = p.person_key
CROSS JOIN (VALUES ('ALL', 'ALL'), ('CARE_FORM', 'RESIDENTIAL')) AS t(stratum, stratum_value);
