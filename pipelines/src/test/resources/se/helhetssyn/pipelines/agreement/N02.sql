-- N02: persons of 65 and over in residential care or home care whose current implementation plan
-- tells of their participation.

INSERT INTO source VALUES
  ('N02', 'person'),
  ('N02', 'enrolment'),
  ('N02', 'plan'),
  ('N02', 'plan_revision');

INSERT INTO series VALUES
  ('N02', 'MAIN', 'SHARE', TRUE, TRUE, 0, 'AS_WAS', 'ALL', 'ALL'),
  ('N02', 'MAIN', 'SHARE', TRUE, TRUE, 0, 'AS_WAS', 'CARE_FORM', 'RESIDENTIAL'),
  ('N02', 'MAIN', 'SHARE', TRUE, TRUE, 0, 'AS_WAS', 'CARE_FORM', 'HOME_CARE');

INSERT INTO series_kind VALUES ('N02', 'MAIN', 'QUARTER'), ('N02', 'MAIN', 'YEAR');

INSERT INTO series_person VALUES ('N02', 'MAIN');

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
by_form AS (
  SELECT
    r.*,
    CASE s.enrolment_type WHEN 'HOME_CARE' THEN 'HOME_CARE' ELSE 'RESIDENTIAL' END AS care_form,
    s.person_key,
    s.org_unit_id
  FROM reference AS r
  JOIN stay AS s
    ON s.enrolment_type IN ('RESIDENTIAL', 'SHORT_TERM', 'HOME_CARE')
    AND s.start_date <= r.day
    AND r.day < s.end_date
  JOIN person AS p ON p.person_key = s.person_key AND year(r.day) - p.birth_year >= 65
  QUALIFY row_number() OVER (
    PARTITION BY r.period_kind, r.period_start, s.person_key, care_form
    ORDER BY s.start_date DESC, s.enrolment_id DESC) = 1),
-- Trap: who is in short-term care keeps the home care: in both forms, but once among all.
population AS (
  SELECT 'CARE_FORM' AS stratum, care_form AS stratum_value, * FROM by_form
  UNION ALL
  SELECT 'ALL', 'ALL', *
  FROM by_form
  QUALIFY row_number() OVER (
    PARTITION BY period_kind, period_start, person_key
    ORDER BY care_form = 'RESIDENTIAL' DESC) = 1),
-- Either of the two tells of participation. Trap: that the person declined, or could not, is an
-- answer; an answer that is not given is not.
in_force AS (
  SELECT DISTINCT
    r.day,
    p.plan_id,
    p.person_key,
    p.created_at,
    coalesce(p.participation_described = 'YES' OR p.person_participated = 'YES', FALSE) AS told,
    coalesce(p.participation_described, 'UNKNOWN') = 'UNKNOWN'
      OR coalesce(p.person_participated, 'UNKNOWN') = 'UNKNOWN' AS half_known
  FROM reference AS r
  JOIN plan AS p
    ON p.plan_type = 'IMPLEMENTATION_PLAN'
    AND p.status <> 'DRAFT'
    AND p.valid_from <= r.day
    AND (p.valid_to > r.day OR (p.valid_to IS NULL AND p.status = 'ACTIVE'))),
-- Trap: it is the current plan that must tell, not an older one beside it.
current_plan AS (
  SELECT
    f.day,
    f.person_key,
    bool_or(f.told) AS told,
    bool_or(f.half_known) AND NOT bool_or(f.told) AS unknown
  FROM in_force AS f
  WHERE f.day - f.created_at BETWEEN 0 AND 183
    OR EXISTS (
      FROM plan_revision AS v
      WHERE v.plan_id = f.plan_id
        AND v.revision_kind IN ('FOLLOW_UP_NO_CHANGE', 'REVISED')
        AND f.day - v.revised_at BETWEEN 0 AND 183)
  GROUP BY ALL)
-- Trap: who has no plan at all is below the line, and that is not unknown.
SELECT
  'N02' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  p.stratum,
  p.stratum_value,
  p.day,
  p.org_unit_id,
  p.person_key,
  coalesce(c.told, FALSE) AS numerator,
  TRUE AS denominator,
  coalesce(c.unknown, FALSE) AS unknown,
  p.period_kind AS only_period_kind,
  p.period_start AS only_period_start
FROM population AS p
LEFT JOIN current_plan AS c ON c.day = p.day AND c.person_key = p.person_key;
