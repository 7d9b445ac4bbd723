-- V05: assessments that found a risk and led to a coded action planned within 14 days.

INSERT INTO source VALUES
  ('V05', 'enrolment'),
  ('V05', 'risk_assessment'),
  ('V05', 'preventive_action');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V05', 'MAIN', 'SHARE', FALSE, FALSE, 14, attribution, stratum, stratum_value
FROM stratum, (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V05', 'MAIN');

INSERT INTO counted BY NAME
WITH assessed AS (
  SELECT
    assessment_id,
    person_key,
    area,
    assessed_at AS day,
    -- Trap: a clinical judgement beats the instrument, also where the instrument could not say.
    CASE coalesce(clinical_risk, instrument_risk)
      WHEN 'YES' THEN 'YES'
      WHEN 'NO' THEN 'NO'
      ELSE 'UNKNOWN'
    END AS risk
  FROM risk_assessment
  WHERE status = 'COMPLETE'),
-- Trap: the day a stay ends still belongs to it, unless another stay covers that day. Overlapping
-- stays: residential before home health, then the latest start, then the highest id.
placed_at AS (
  SELECT
    a.*,
    s.org_unit_id,
    s.enrolment_type,
    s.end_date = a.day AS on_the_end_day
  FROM assessed AS a
  JOIN scope_stay AS s
    ON s.person_key = a.person_key AND a.day BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY a.assessment_id
    ORDER BY
      a.day < s.end_date DESC,
      s.enrolment_type = 'RESIDENTIAL' DESC,
      s.start_date DESC,
      s.enrolment_id DESC) = 1),
-- Trap: home care that ends with the home health care, as at a death, is beside it to the end.
home_care AS (
  SELECT p.assessment_id, s.org_unit_id
  FROM placed_at AS p
  JOIN stay AS s
    ON s.person_key = p.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= p.day
    AND (p.day < s.end_date OR (p.on_the_end_day AND p.day = s.end_date))
  WHERE p.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY p.assessment_id
    ORDER BY p.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
attributed AS (
  SELECT 'AS_WAS_GEO' AS attribution, assessment_id, org_unit_id FROM placed_at
  UNION ALL
  SELECT
    'AS_WAS',
    p.assessment_id,
    CASE WHEN h.assessment_id IS NOT NULL THEN h.org_unit_id ELSE p.org_unit_id END
  FROM placed_at AS p
  LEFT JOIN home_care AS h USING (assessment_id)),
-- Trap: planned is enough, whatever became of it; before the assessment or without a code is not.
planned AS (
  SELECT DISTINCT a.assessment_id
  FROM assessed AS a
  JOIN preventive_action AS p USING (assessment_id)
  WHERE p.planned_at - a.day BETWEEN 0 AND 14
    AND (p.action_code IS NOT NULL OR p.kva_code IS NOT NULL))
SELECT
  'V05' AS indicator_id,
  'MAIN' AS series,
  w.attribution,
  t.stratum,
  t.stratum_value,
  p.day,
  w.org_unit_id,
  p.person_key,
  p.risk = 'YES' AND n.assessment_id IS NOT NULL AS numerator,
  p.risk = 'YES' AS denominator,
  p.risk = 'UNKNOWN' AS unknown
FROM placed_at AS p
JOIN attributed AS w USING (assessment_id)
LEFT JOIN planned AS n USING (assessment_id)
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', p.area) AS t
WHERE p.risk <> 'NO';
