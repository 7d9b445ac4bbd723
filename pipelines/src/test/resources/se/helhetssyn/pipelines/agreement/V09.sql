-- V09: falls per 1,000 person-days, those with severe harm, and how many persons fell.

INSERT INTO source VALUES ('V09', 'outcome_event'), ('V09', 'enrolment');

INSERT INTO series
SELECT 'V09', name, kind, FALSE, FALSE, 0, attribution, 'ALL', 'ALL'
FROM
  (VALUES ('MAIN', 'RATE'), ('SEVERE', 'RATE'), ('FALLERS', 'COUNT')) AS n(name, kind),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('V09', 'MAIN'), ('V09', 'SEVERE'), ('V09', 'FALLERS');

INSERT INTO series_distinct VALUES ('V09', 'FALLERS');

INSERT INTO counted BY NAME
-- Trap: the person's unit that day, not the event's; and wherever the fall took place. Three falls
-- of one person are three falls and one faller.
WITH fall AS (
  SELECT
    person_key,
    local_day(occurred_at) AS day,
    coalesce(harm_level IN ('FRACTURE_OR_SEVERE', 'DEATH'), FALSE) AS severe,
    harm_level IS NULL AS harm_unknown
  FROM outcome_event
  WHERE event_type = 'FALL'),
answers AS (
  SELECT 'MAIN' AS series, person_key, day, TRUE AS met, FALSE AS unknown FROM fall
  UNION ALL SELECT 'SEVERE', person_key, day, severe, harm_unknown FROM fall
  UNION ALL SELECT 'FALLERS', person_key, day, TRUE, FALSE FROM fall)
SELECT
  'V09' AS indicator_id,
  a.series,
  u.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  a.day,
  u.org_unit_id,
  a.person_key,
  a.met AS numerator,
  FALSE AS denominator,
  a.unknown
FROM answers AS a
JOIN responsible_unit AS u USING (person_key, day)
WHERE a.met OR a.unknown;
