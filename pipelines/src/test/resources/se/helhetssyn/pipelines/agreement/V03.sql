-- V03: cases where a risk assessment was needed and was complete within 14 days.

INSERT INTO source VALUES
  ('V03', 'conference'),
  ('V03', 'conference_case'),
  ('V03', 'enrolment'),
  ('V03', 'risk_assessment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V03', 'MAIN', 'SHARE', FALSE, FALSE, 14, 'AS_WAS', stratum, stratum_value FROM stratum;

INSERT INTO series_person VALUES ('V03', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.case_id,
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    -- Trap: an answer that is not given is unknown, not NO.
    coalesce(c.risk_assessment_needed, 'UNKNOWN') AS needed
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE k.status = 'HELD' AND k.actual_start IS NOT NULL AND c.outcome = 'DISCUSSED'),
in_scope AS (
  SELECT *
  FROM discussed AS d
  WHERE needed <> 'NO'
    AND EXISTS (
      FROM scope_stay AS s
      WHERE s.person_key = d.person_key AND d.day BETWEEN s.start_date AND s.end_date)),
-- Trap: the need is not told by area, so every area is asked for in every such case.
by_area AS (
  SELECT
    t.case_id,
    t.person_key,
    t.org_unit_id,
    t.day,
    t.needed,
    a.area,
    a.basic,
    count(r.assessment_id) > 0 AS assessed
  FROM in_scope AS t
  CROSS JOIN risk_area AS a
  LEFT JOIN risk_assessment AS r
    ON r.person_key = t.person_key
    AND r.area = a.area
    AND r.status = 'COMPLETE'
    AND r.assessed_at - t.day BETWEEN 0 AND 14
  GROUP BY ALL),
answers AS (
  SELECT
    'AREA' AS stratum,
    area AS stratum_value,
    case_id,
    person_key,
    org_unit_id,
    day,
    needed,
    assessed
  FROM by_area
  UNION ALL
  SELECT 'ALL', 'ALL', case_id, person_key, org_unit_id, day, needed, bool_and(assessed)
  FROM by_area
  WHERE basic
  GROUP BY case_id, person_key, org_unit_id, day, needed)
SELECT
  'V03' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  stratum,
  stratum_value,
  day,
  org_unit_id,
  person_key,
  needed = 'YES' AND assessed AS numerator,
  needed = 'YES' AS denominator,
  needed <> 'YES' AS unknown
FROM answers;
