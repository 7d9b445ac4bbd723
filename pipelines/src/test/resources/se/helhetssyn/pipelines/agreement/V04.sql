-- V04: persons with a current risk assessment on the period's last day who are at risk by it.

INSERT INTO source VALUES ('V04', 'enrolment'), ('V04', 'risk_assessment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V04', 'MAIN', 'SHARE', TRUE, TRUE, 0, attribution, stratum, stratum_value
FROM stratum, (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V04', 'MAIN');

INSERT INTO counted BY NAME
WITH population AS (
  SELECT u.*
  FROM responsible_unit AS u
  SEMI JOIN (SELECT period_end AS day FROM period WHERE NOT unfinished) AS r USING (day)
  WHERE NOT u.on_the_end_day AND u.stay_start + 14 <= u.day),
-- Trap: the latest one decides, though an older one that is still current says something else; an
-- incomplete one does not take its place.
latest AS (
  SELECT
    p.day,
    p.person_key,
    a.area,
    a.basic,
    CASE coalesce(r.clinical_risk, r.instrument_risk)
      WHEN 'YES' THEN 'YES'
      WHEN 'NO' THEN 'NO'
      ELSE 'UNKNOWN'
    END AS risk
  FROM (SELECT DISTINCT day, person_key FROM population) AS p
  JOIN risk_assessment AS r
    ON r.person_key = p.person_key
    AND r.status = 'COMPLETE'
    AND p.day - r.assessed_at BETWEEN 0 AND 183
  JOIN risk_area AS a ON a.area = r.area
  QUALIFY row_number() OVER (
    PARTITION BY p.day, p.person_key, a.area
    ORDER BY r.assessed_at DESC, r.assessment_id DESC) = 1),
answers AS (
  SELECT
    'AREA' AS stratum,
    area AS stratum_value,
    day,
    person_key,
    risk = 'YES' AS at_risk,
    risk = 'UNKNOWN' AS unknown
  FROM latest
  UNION ALL
  -- Trap: below the line only who has all four; one risk is enough, whatever is not known beside.
  SELECT
    'ALL',
    'ALL',
    day,
    person_key,
    bool_or(risk = 'YES'),
    NOT bool_or(risk = 'YES') AND bool_or(risk = 'UNKNOWN')
  FROM latest
  WHERE basic
  GROUP BY day, person_key
  HAVING count(*) = 4)
SELECT
  'V04' AS indicator_id,
  'MAIN' AS series,
  p.attribution,
  a.stratum,
  a.stratum_value,
  p.day,
  p.org_unit_id,
  p.person_key,
  a.at_risk AS numerator,
  TRUE AS denominator,
  a.unknown
FROM population AS p
JOIN answers AS a USING (day, person_key);
