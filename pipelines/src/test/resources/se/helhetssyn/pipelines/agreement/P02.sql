-- P02: persons in scope who have at least one health plan in force on the day.

INSERT INTO source VALUES ('P02', 'enrolment'), ('P02', 'plan');

INSERT INTO series
SELECT 'P02', 'MAIN', 'SHARE', TRUE, TRUE, 0, attribution, 'ALL', 'ALL'
FROM (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('P02', 'MAIN');

INSERT INTO counted BY NAME
WITH reference AS (
  SELECT DISTINCT period_end AS day
  FROM period
  WHERE NOT unfinished AND period_kind IN ('MONTH', 'QUARTER', 'YEAR')),
-- Trap: on a reference day a stay is [start, end): who leaves or dies that day is not there.
-- Overlapping stays: residential before home health, then the latest start, then the highest id.
responsible AS (
  SELECT r.day, s.*
  FROM reference AS r
  JOIN scope_stay AS s ON s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key
    ORDER BY s.enrolment_type = 'RESIDENTIAL' DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
-- Trap: everyone in scope, for residents are the municipality's patients too.
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
-- Trap: only a home-health person counts at the home care beside her, a resident never does.
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
-- Trap: in force that day, not today: a plan that has ended since was. Without an end it must still
-- be active, and a draft never was in force.
in_force AS (
  SELECT DISTINCT r.day, p.person_key
  FROM reference AS r
  JOIN plan AS p
    ON p.plan_type = 'HEALTH_PLAN'
    AND p.status <> 'DRAFT'
    AND p.valid_from <= r.day
    AND (r.day < p.valid_to OR (p.valid_to IS NULL AND p.status = 'ACTIVE')))
SELECT
  'P02' AS indicator_id,
  'MAIN' AS series,
  a.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  a.day,
  a.org_unit_id,
  a.person_key,
  m.person_key IS NOT NULL AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM attributed AS a
LEFT JOIN in_force AS m ON m.day = a.day AND m.person_key = a.person_key;
