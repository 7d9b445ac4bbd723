-- Q02: persons at dementia units on the period's last day with an NPI within 365 days.

INSERT INTO source VALUES
  ('Q02', 'enrolment'),
  ('Q02', 'quality_register_entry'),
  ('Q02', 'person');

INSERT INTO series
SELECT 'Q02', 'MAIN', 'SHARE', TRUE, TRUE, 0, unnest(['AS_WAS', 'AS_WAS_GEO']), 'ALL', 'ALL';

INSERT INTO series_person VALUES ('Q02', 'MAIN');

INSERT INTO counted BY NAME
WITH reference AS (
  SELECT DISTINCT period_end AS day FROM period WHERE NOT unfinished),
-- Trap: who leaves or dies on the last day is not there on it. Overlapping stays as in V02.
responsible AS (
  SELECT r.day, s.*
  FROM reference AS r
  JOIN scope_stay AS s ON s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key
    ORDER BY s.enrolment_type = 'RESIDENTIAL' DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
home_care AS (
  SELECT r.day, s.person_key, s.org_unit_id
  FROM reference AS r
  JOIN stay AS s
    ON s.enrolment_type = 'HOME_CARE' AND s.start_date <= r.day AND r.day < s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY r.day, s.person_key ORDER BY s.start_date DESC, s.enrolment_id DESC) = 1),
-- Trap: the ninety days are those of the present stay, not of the person.
population AS (
  SELECT r.day, r.person_key, r.org_unit_id, r.enrolment_type
  FROM responsible AS r
  LEFT JOIN person AS p USING (person_key)
  WHERE r.day - r.start_date >= 90
    AND NOT list_contains(
      list_transform(
        regexp_split_to_array(coalesce(p.register_opt_out, ''), '[;,]'), lambda x : trim(x)),
      'BPSD')),
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
-- Trap: what the unit was meant for that day (outside the days it is known for, nearest in time),
-- and of home care it is the unit that counts here that is asked, not the one beside it.
oriented AS (
  SELECT a.*, u.orientation
  FROM attributed AS a
  JOIN org_unit AS u USING (org_unit_id)
  QUALIFY row_number() OVER (
    PARTITION BY a.attribution, a.day, a.person_key
    ORDER BY
      greatest(u.valid_from - a.day, coalesce(a.day - u.valid_to + 1, 0), 0),
      u.valid_from) = 1)
-- Trap: an entry without an NPI total is none; 365 days ago still counts.
SELECT
  'Q02' AS indicator_id,
  'MAIN' AS series,
  o.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  o.day,
  o.org_unit_id,
  o.person_key,
  EXISTS (
    FROM quality_register_entry AS e
    WHERE e.person_key = o.person_key
      AND e.register = 'BPSD'
      AND e.npi_total IS NOT NULL
      AND o.day - e.reference_date BETWEEN 0 AND 365) AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM oriented AS o
WHERE o.orientation = 'DEMENTIA';
