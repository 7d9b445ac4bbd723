-- P08: plans in force on the day that have the content they must have.

INSERT INTO source VALUES ('P08', 'plan'), ('P08', 'enrolment');

INSERT INTO series
SELECT 'P08', 'MAIN', 'SHARE', TRUE, FALSE, 0, attribution, stratum, stratum_value
FROM
  (
    VALUES
      ('ALL', 'ALL'),
      ('PLAN_TYPE', 'IMPLEMENTATION_PLAN'),
      ('PLAN_TYPE', 'HEALTH_PLAN')) AS t(stratum, stratum_value),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('P08', 'MAIN');

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
-- Trap: plans are judged from the first day on; the fourteen days are of P01 and P02.
population AS (
  SELECT day, person_key, org_unit_id, enrolment_type FROM responsible),
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
-- Trap: each plan is a row, so a person with three health plans is there three times. Each type has
-- its own flag, and a coordinated plan has none.
in_force AS (
  SELECT
    r.day,
    p.plan_id,
    p.person_key,
    p.plan_type,
    CASE p.plan_type
      WHEN 'IMPLEMENTATION_PLAN' THEN p.health_promoting_described
      ELSE p.participation_described
    END AS flag
  FROM reference AS r
  JOIN plan AS p
    ON p.plan_type IN ('IMPLEMENTATION_PLAN', 'HEALTH_PLAN')
    AND p.status <> 'DRAFT'
    AND p.valid_from <= r.day
    AND (r.day < p.valid_to OR (p.valid_to IS NULL AND p.status = 'ACTIVE')))
-- Trap: a flag that was not delivered is outside, and reported.
SELECT
  'P08' AS indicator_id,
  'MAIN' AS series,
  a.attribution,
  t.stratum,
  t.stratum_value,
  a.day,
  a.org_unit_id,
  a.person_key,
  coalesce(f.flag = 'YES', FALSE) AS numerator,
  coalesce(f.flag IN ('YES', 'NO'), FALSE) AS denominator,
  coalesce(f.flag NOT IN ('YES', 'NO'), TRUE) AS unknown
FROM in_force AS f
JOIN attributed AS a ON a.day = f.day AND a.person_key = f.person_key
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'PLAN_TYPE', f.plan_type) AS t;
