-- N03: persons of 65 and over found at risk from March to February for whom something against that
-- risk was performed within six months.

INSERT INTO source VALUES
  ('N03', 'person'),
  ('N03', 'enrolment'),
  ('N03', 'risk_assessment'),
  ('N03', 'preventive_action');

INSERT INTO series VALUES
  ('N03', 'MAIN', 'SHARE', FALSE, TRUE, 183, 'AS_WAS', 'ALL', 'ALL'),
  ('N03', 'MAIN', 'SHARE', FALSE, TRUE, 183, 'AS_WAS', 'CARE_FORM', 'RESIDENTIAL'),
  ('N03', 'MAIN', 'SHARE', FALSE, TRUE, 183, 'AS_WAS', 'CARE_FORM', 'HOME_HEALTH');

INSERT INTO series_kind VALUES ('N03', 'MAIN', 'YEAR');

INSERT INTO series_from_march VALUES ('N03', 'MAIN');

INSERT INTO series_person VALUES ('N03', 'MAIN');

INSERT INTO counted BY NAME
-- Trap: the year is mature as a whole, 183 days after its last day; bladder dysfunction is no risk
-- of the national text.
WITH at_risk AS (
  SELECT
    y.period_kind,
    y.period_start,
    r.assessment_id,
    r.person_key,
    r.assessed_at,
    EXISTS (
      FROM preventive_action AS a
      WHERE a.assessment_id = r.assessment_id
        AND a.area = r.area
        AND a.performed_at - r.assessed_at BETWEEN 0 AND 183) AS acted
  FROM march_year AS y
  CROSS JOIN run
  JOIN risk_assessment AS r
    ON r.assessed_at BETWEEN y.period_start AND y.period_end
    AND r.status = 'COMPLETE'
    AND coalesce(r.clinical_risk, r.instrument_risk) = 'YES'
  JOIN risk_area AS b ON b.area = r.area AND b.basic
  JOIN person AS p ON p.person_key = r.person_key AND year(y.period_end) - p.birth_year >= 65
  WHERE y.period_end + 183 <= run.as_of),
by_person AS (
  SELECT
    period_kind,
    period_start,
    person_key,
    min(assessed_at) AS first_day_at_risk,
    bool_or(acted) AS acted
  FROM at_risk
  GROUP BY ALL),
-- Trap: the first risk of the year decides the form of care, and home care alone is none; the day a
-- stay ends still belongs to it unless another stay covers that day.
cared_for AS (
  SELECT
    b.*,
    s.org_unit_id,
    CASE s.enrolment_type WHEN 'HOME_HEALTH' THEN 'HOME_HEALTH' ELSE 'RESIDENTIAL' END AS care_form
  FROM by_person AS b
  JOIN stay AS s
    ON s.person_key = b.person_key
    AND s.enrolment_type IN ('RESIDENTIAL', 'SHORT_TERM', 'HOME_HEALTH')
    AND b.first_day_at_risk BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY b.period_kind, b.period_start, b.person_key
    ORDER BY
      b.first_day_at_risk < s.end_date DESC,
      s.enrolment_type = 'HOME_HEALTH',
      s.start_date DESC,
      s.enrolment_id DESC) = 1)
SELECT
  'N03' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  t.stratum,
  t.stratum_value,
  c.period_start AS day,
  c.org_unit_id,
  c.person_key,
  c.acted AS numerator,
  TRUE AS denominator,
  FALSE AS unknown,
  c.period_kind AS only_period_kind,
  c.period_start AS only_period_start
FROM cared_for AS c
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'CARE_FORM', c.care_form) AS t;
