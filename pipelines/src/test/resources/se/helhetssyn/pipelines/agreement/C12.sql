-- C12: persons in scope on the period's last day, and for 180 of the 183 days that end with it,
-- who were discussed on one of those days.

INSERT INTO source VALUES ('C12', 'enrolment'), ('C12', 'conference'), ('C12', 'conference_case');

INSERT INTO series
SELECT 'C12', 'MAIN', 'SHARE', TRUE, TRUE, 0, attribution, 'ALL', 'ALL'
FROM (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('C12', 'MAIN');

INSERT INTO counted BY NAME
WITH reference AS (
  SELECT DISTINCT period_end AS day, period_end - 182 AS first_day
  FROM period
  WHERE NOT unfinished),
-- Trap: who leaves or dies on the last day is not there on it. Overlapping stays as in V02.
responsible AS (
  SELECT r.day, s.*
  FROM reference AS r
  JOIN scope_stay AS s ON s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key
    ORDER BY s.enrolment_type = 'RESIDENTIAL' DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
-- The days of the window, one by one. Trap: two stays on one day are one day, at whatever units;
-- the last day is one of the 183.
in_scope_for AS (
  SELECT person_key, day, count(DISTINCT scope_day) AS days
  FROM (
    SELECT
      s.person_key,
      r.day,
      unnest(
        generate_series(
          greatest(s.start_date, r.first_day)::TIMESTAMP,
          (least(s.end_date, r.day + 1) - 1)::TIMESTAMP,
          INTERVAL 1 DAY)) AS scope_day
    FROM reference AS r
    JOIN scope_stay AS s ON s.start_date <= r.day AND r.first_day < s.end_date)
  GROUP BY ALL),
population AS (
  SELECT day, person_key, org_unit_id, enrolment_type
  FROM responsible
  JOIN in_scope_for USING (day, person_key)
  WHERE days >= 180),
-- Trap: listed is not discussed; what is discussed while the person is out of scope does not
-- count, though it does on the day the stay ends. At which unit does not matter.
discussed AS (
  SELECT DISTINCT c.person_key, local_day(k.actual_start) AS discussed_on
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE c.outcome = 'DISCUSSED'
    AND k.status = 'HELD'
    AND k.actual_start IS NOT NULL
    AND EXISTS (
      FROM scope_stay AS s
      WHERE s.person_key = c.person_key
        AND local_day(k.actual_start) BETWEEN s.start_date AND s.end_date)),
home_care AS (
  SELECT r.day, s.person_key, s.org_unit_id
  FROM reference AS r
  JOIN stay AS s
    ON s.enrolment_type = 'HOME_CARE' AND s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key ORDER BY s.start_date DESC, s.enrolment_id DESC) = 1),
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
  LEFT JOIN home_care AS h ON h.day = p.day AND h.person_key = p.person_key)
SELECT
  'C12' AS indicator_id,
  'MAIN' AS series,
  attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  EXISTS (
    FROM discussed AS d
    WHERE d.person_key = a.person_key AND d.discussed_on BETWEEN a.day - 182 AND a.day)
    AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM attributed AS a;
