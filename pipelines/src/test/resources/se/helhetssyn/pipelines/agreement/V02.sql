-- V02: persons in scope on the period's last day with a risk assessment at most 183 days old.

INSERT INTO source VALUES ('V02', 'enrolment'), ('V02', 'risk_assessment');

INSERT INTO series
WITH stratum AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'AREA', area FROM risk_area)
SELECT 'V02', name, 'SHARE', TRUE, TRUE, 0, attribution, stratum, stratum_value
FROM
  stratum,
  (VALUES ('MAIN'), ('DECLINED')) AS n(name),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V02', 'MAIN'), ('V02', 'DECLINED');

INSERT INTO counted BY NAME
WITH reference AS (
  SELECT DISTINCT period_end AS day FROM period WHERE NOT unfinished),
-- Trap: on a reference day a stay is [start, end): who leaves or dies that day is not there.
-- Overlapping stays: residential before home health, then the latest start, then the highest id.
responsible AS (
  SELECT r.day, s.*
  FROM reference AS r
  JOIN scope_stay AS s ON s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key
    ORDER BY s.enrolment_type = 'RESIDENTIAL' DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
-- Trap: the fourteen days are those of the stay that is responsible, not of home care beside it.
population AS (
  SELECT day, person_key, org_unit_id, enrolment_type
  FROM responsible
  WHERE start_date + 14 <= day),
home_care AS (
  SELECT r.day, s.person_key, s.org_unit_id
  FROM reference AS r
  JOIN stay AS s
    ON s.enrolment_type = 'HOME_CARE' AND s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key ORDER BY s.start_date DESC, s.enrolment_id DESC) = 1),
-- A home-health person counts at the home-care unit beside it if there is one, else where she
-- lives; AS_WAS_GEO is always where she lives. Trap: a resident's home care never takes over.
attributed AS (
  SELECT 'AS_WAS_GEO' AS attribution, day, person_key, org_unit_id FROM population
  UNION ALL
  SELECT
    'AS_WAS',
    p.day,
    p.person_key,
    CASE
      WHEN p.enrolment_type = 'HOME_HEALTH' AND h.person_key IS NOT NULL THEN h.org_unit_id
      ELSE p.org_unit_id
    END
  FROM population AS p
  LEFT JOIN home_care AS h ON h.day = p.day AND h.person_key = p.person_key),
-- Trap: 183 days ago still counts, tomorrow does not; an incomplete assessment is none.
by_area AS (
  SELECT
    p.day,
    p.person_key,
    a.area,
    a.basic,
    coalesce(bool_or(r.status = 'COMPLETE'), FALSE) AS complete,
    coalesce(bool_or(r.status = 'DECLINED'), FALSE) AS declined
  FROM population AS p
  CROSS JOIN risk_area AS a
  LEFT JOIN risk_assessment AS r
    ON r.person_key = p.person_key
    AND r.area = a.area
    AND p.day - r.assessed_at BETWEEN 0 AND 183
  GROUP BY ALL),
answers AS (
  SELECT
    'AREA' AS stratum,
    area AS stratum_value,
    day,
    person_key,
    complete,
    -- Trap: who declined but was assessed all the same has not declined.
    declined AND NOT complete AS refused
  FROM by_area
  UNION ALL
  SELECT 'ALL', 'ALL', day, person_key, bool_and(complete), bool_or(declined AND NOT complete)
  FROM by_area
  WHERE basic
  GROUP BY day, person_key)
SELECT
  'V02' AS indicator_id,
  name AS series,
  attribution,
  stratum,
  stratum_value,
  day,
  org_unit_id,
  person_key,
  CASE name WHEN 'MAIN' THEN complete ELSE refused END AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM attributed
JOIN answers USING (day, person_key)
CROSS JOIN (VALUES ('MAIN'), ('DECLINED')) AS n(name);
