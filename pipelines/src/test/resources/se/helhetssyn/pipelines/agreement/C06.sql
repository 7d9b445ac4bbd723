-- C06: held conferences led by an occupational or physiotherapist while the ordinary chair is away.

INSERT INTO source VALUES ('C06', 'conference'), ('C06', 'conference_participant');

INSERT INTO series VALUES ('C06', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
WITH rule(unit_type, ordinary) AS (
  VALUES
    ('RESIDENTIAL_CARE', 'REGISTERED_NURSE'),
    ('SHORT_TERM_CARE', 'REGISTERED_NURSE'),
    ('HOME_CARE', 'UNIT_MANAGER'),
    ('HOME_HEALTH_CARE', 'UNIT_MANAGER')),
held AS (
  SELECT conference_id, org_unit_id, chair_role, local_day(actual_start) AS day
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL),
-- Trap: the type of the day; outside the days a unit is known for, the one nearest in time.
typed AS (
  SELECT h.*, u.unit_type
  FROM held AS h
  LEFT JOIN org_unit AS u USING (org_unit_id)
  QUALIFY row_number() OVER (
    PARTITION BY h.conference_id
    ORDER BY
      greatest(u.valid_from - h.day, coalesce(h.day - u.valid_to + 1, 0), 0),
      u.valid_from) = 1),
attendance AS (
  SELECT conference_id, list(role) FILTER (attendance IN ('PRESENT', 'REMOTE')) AS present
  FROM conference_participant
  GROUP BY ALL),
-- Trap: no rule at rehabilitation, so nothing to be a fallback from.
answers AS (
  SELECT
    t.day,
    t.org_unit_id,
    t.chair_role,
    r.ordinary,
    a.conference_id IS NOT NULL AS registered,
    coalesce(t.chair_role IN ('OCCUPATIONAL_THERAPIST', 'PHYSIOTHERAPIST'), FALSE) AS substituted,
    coalesce(list_contains(a.present, r.ordinary), FALSE) AS ordinary_present
  FROM typed AS t
  LEFT JOIN rule AS r USING (unit_type)
  LEFT JOIN attendance AS a USING (conference_id)
  WHERE t.unit_type IS DISTINCT FROM 'REHAB')
-- Trap: a therapist who leads while the ordinary chair is there is no fallback, but a fault of C05.
SELECT
  'C06' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  substituted AND ordinary IS NOT NULL AND registered AND NOT ordinary_present AS numerator,
  chair_role IS NOT NULL AS denominator,
  chair_role IS NULL OR ordinary IS NULL OR (substituted AND NOT registered) AS unknown
FROM answers;
