-- Q05c: expected deaths in the palliative register: an opioid was prescribed as needed.

INSERT INTO source VALUES
  ('Q05c', 'person'),
  ('Q05c', 'enrolment'),
  ('Q05c', 'quality_register_entry');

INSERT INTO series
SELECT 'Q05c', 'MAIN', 'SHARE', FALSE, FALSE, 90, unnest(['AS_WAS', 'AS_WAS_GEO']), 'ALL', 'ALL';

-- Trap: so few that no month or quarter may show.
INSERT INTO series_kind VALUES ('Q05c', 'MAIN', 'YEAR'), ('Q05c', 'MAIN', 'ROLLING_12M');

INSERT INTO series_person VALUES ('Q05c', 'MAIN');

INSERT INTO counted BY NAME
-- Trap: of several entries on an expected death the last one typed in is asked; an entry that does
-- not say that the death was expected is none.
WITH expected AS (
  SELECT person_key, coalesce(pall_opioid, 'UNKNOWN') AS answer
  FROM quality_register_entry
  WHERE register = 'PALLIATIVE' AND expected_death = 'YES'
  QUALIFY row_number() OVER (
    PARTITION BY person_key ORDER BY registered_at DESC, entry_id DESC) = 1),
-- Trap: on the day of death the stay has ended, so the day before decides whether and where.
responsible AS (
  SELECT p.person_key, p.death_date, e.answer, s.org_unit_id, s.enrolment_type
  FROM person AS p
  JOIN expected AS e USING (person_key)
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
  SELECT 'AS_WAS_GEO' AS attribution, person_key, death_date, answer, org_unit_id FROM responsible
  UNION ALL
  SELECT
    'AS_WAS',
    r.person_key,
    r.death_date,
    r.answer,
    CASE WHEN h.person_key IS NOT NULL THEN h.org_unit_id ELSE r.org_unit_id END
  FROM responsible AS r
  LEFT JOIN home_care AS h USING (person_key))
SELECT
  'Q05c' AS indicator_id,
  'MAIN' AS series,
  attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  death_date AS day,
  org_unit_id,
  person_key,
  answer = 'YES' AS numerator,
  TRUE AS denominator,
  answer = 'UNKNOWN' AS unknown
FROM attributed;
