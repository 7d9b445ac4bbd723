-- Q04: deaths of persons in scope that the palliative register knows.

INSERT INTO source VALUES
  ('Q04', 'person'),
  ('Q04', 'enrolment'),
  ('Q04', 'quality_register_entry');

INSERT INTO series
SELECT 'Q04', 'MAIN', 'SHARE', FALSE, FALSE, 90, unnest(['AS_WAS', 'AS_WAS_GEO']), 'ALL', 'ALL';

INSERT INTO series_person VALUES ('Q04', 'MAIN');

INSERT INTO counted BY NAME
-- Trap: on the day of death the stay has ended, so the day before decides whether and where. Who
-- moved in on the last day, or had moved out by the day before, is not in scope.
WITH responsible AS (
  SELECT p.person_key, p.death_date, s.org_unit_id, s.enrolment_type
  FROM person AS p
  JOIN scope_stay AS s
    ON s.person_key = p.person_key
    AND s.start_date <= p.death_date - 1
    AND p.death_date - 1 < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY p.person_key
    ORDER BY s.enrolment_type = 'RESIDENTIAL' DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
home_care AS (
  SELECT r.person_key, s.org_unit_id
  FROM responsible AS r
  JOIN stay AS s
    ON s.person_key = r.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= r.death_date - 1
    AND r.death_date - 1 < s.end_date
  WHERE r.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY r.person_key ORDER BY s.start_date DESC, s.enrolment_id DESC) = 1),
attributed AS (
  SELECT 'AS_WAS_GEO' AS attribution, person_key, death_date, org_unit_id FROM responsible
  UNION ALL
  SELECT
    'AS_WAS',
    r.person_key,
    r.death_date,
    CASE WHEN h.person_key IS NOT NULL THEN h.org_unit_id ELSE r.org_unit_id END
  FROM responsible AS r
  LEFT JOIN home_care AS h USING (person_key))
-- Trap: it counts on the day of death, and an entry is an entry however late.
SELECT
  'Q04' AS indicator_id,
  'MAIN' AS series,
  attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  death_date AS day,
  org_unit_id,
  person_key,
  EXISTS (
    FROM quality_register_entry AS e
    WHERE e.person_key = a.person_key AND e.register = 'PALLIATIVE') AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM attributed AS a;
