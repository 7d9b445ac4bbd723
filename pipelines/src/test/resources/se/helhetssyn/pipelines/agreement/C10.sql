-- C10: new persons who were discussed at their unit within 60 days, and those who left before.

INSERT INTO source VALUES
  ('C10', 'enrolment'),
  ('C10', 'conference'),
  ('C10', 'conference_case');

-- Trap: who died or left early is known early, but is shown beside the cohort it belongs to.
INSERT INTO series
SELECT 'C10', name, kind, FALSE, FALSE, 60, attribution, 'ALL', 'ALL'
FROM
  (VALUES ('MAIN', 'SHARE'), ('DIED_EARLY', 'COUNT'), ('LEFT_EARLY', 'COUNT')) AS n(name, kind),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('C10', 'MAIN'), ('C10', 'DIED_EARLY'), ('C10', 'LEFT_EARLY');

INSERT INTO counted BY NAME
-- Trap: short-term care and home care alone start nothing.
WITH started AS (
  SELECT
    e.enrolment_id,
    e.person_key,
    e.start_date AS day,
    e.start_date + 60 AS due,
    e.end_date,
    p.death_date
  FROM enrolment AS e
  LEFT JOIN person AS p USING (person_key)
  WHERE e.enrolment_type IN ('RESIDENTIAL', 'HOME_HEALTH')),
-- Trap: leaving or dying on day N is late enough.
-- Who left first and died later, but before day N, has died early.
sorted AS (
  SELECT
    *,
    CASE
      WHEN death_date < due THEN 'DIED_EARLY'
      WHEN end_date < due THEN 'LEFT_EARLY'
      ELSE 'MAIN'
    END AS series
  FROM started),
-- The person's unit on the first day. Overlapping stays: residential before home health, then the
-- latest start, then the highest id; a stay that has ended that day only if there is no other.
placed_at AS (
  SELECT
    a.enrolment_id,
    a.person_key,
    a.day,
    s.org_unit_id,
    s.enrolment_type,
    s.end_date = a.day AS on_the_end_day
  FROM started AS a
  JOIN scope_stay AS s
    ON s.person_key = a.person_key AND a.day BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY a.enrolment_id
    ORDER BY
      a.day < s.end_date DESC,
      s.enrolment_type = 'RESIDENTIAL' DESC,
      s.start_date DESC,
      s.enrolment_id DESC) = 1),
-- Trap: home care must be there on the first day; what is granted the day after comes too late.
home_care AS (
  SELECT p.enrolment_id, s.org_unit_id
  FROM placed_at AS p
  JOIN stay AS s
    ON s.person_key = p.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= p.day
    AND (p.day < s.end_date OR (p.on_the_end_day AND p.day = s.end_date))
  WHERE p.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY p.enrolment_id
    ORDER BY p.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
unit AS (
  SELECT
    p.enrolment_id,
    p.org_unit_id AS where_living,
    CASE WHEN h.enrolment_id IS NOT NULL THEN h.org_unit_id ELSE p.org_unit_id END AS responsible
  FROM placed_at AS p
  LEFT JOIN home_care AS h USING (enrolment_id)),
-- Trap: listed is not discussed, and elsewhere is not at that unit; day 0 and day N both count.
taken_up AS (
  SELECT DISTINCT a.enrolment_id
  FROM started AS a
  JOIN unit AS u USING (enrolment_id)
  JOIN conference_case AS c ON c.person_key = a.person_key
  JOIN conference AS k
    ON k.conference_id = c.conference_id AND k.org_unit_id = u.responsible
  WHERE c.outcome = 'DISCUSSED'
    AND k.status = 'HELD'
    AND k.actual_start IS NOT NULL
    AND local_day(k.actual_start) BETWEEN a.day AND a.due)
SELECT
  'C10' AS indicator_id,
  s.series,
  w.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  s.day,
  -- Trap: which unit's conference is asked for does not change with where the row is counted.
  CASE w.attribution WHEN 'AS_WAS' THEN u.responsible ELSE u.where_living END AS org_unit_id,
  s.person_key,
  s.series <> 'MAIN' OR t.enrolment_id IS NOT NULL AS numerator,
  s.series = 'MAIN' AS denominator,
  FALSE AS unknown
FROM sorted AS s
JOIN unit AS u USING (enrolment_id)
LEFT JOIN taken_up AS t USING (enrolment_id)
CROSS JOIN (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS w(attribution)
WHERE s.series IS NOT NULL;
