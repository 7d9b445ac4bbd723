-- C05: held conferences led by whom the routine says, or by its substitute while that one is away.

INSERT INTO source VALUES ('C05', 'conference'), ('C05', 'conference_participant');

INSERT INTO series VALUES ('C05', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

-- Trap: the routine says nothing about rehabilitation: what is held there is not counted at all.
CREATE TABLE ordinary_chair AS
SELECT * FROM (
  VALUES
    ('RESIDENTIAL_CARE', 'REGISTERED_NURSE'),
    ('SHORT_TERM_CARE', 'REGISTERED_NURSE'),
    ('HOME_CARE', 'UNIT_MANAGER'),
    ('HOME_HEALTH_CARE', 'UNIT_MANAGER')) AS t(unit_type, role);

INSERT INTO counted BY NAME
WITH held AS (
  SELECT conference_id, org_unit_id, chair_role, local_day(actual_start) AS day
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL),
-- Trap: the type a unit had that day, not the one it has now; outside the days it is known for,
-- the one it had nearest in time.
typed AS (
  SELECT h.*, u.unit_type
  FROM held AS h
  LEFT JOIN org_unit AS u USING (org_unit_id)
  QUALIFY row_number() OVER (
    PARTITION BY h.conference_id
    ORDER BY
      greatest(u.valid_from - h.day, coalesce(h.day - u.valid_to + 1, 0), 0),
      u.valid_from) = 1),
-- Trap: PARTIAL is not present, and a role that is there twice is there if one of the two is.
attendance AS (
  SELECT conference_id, list(role) FILTER (attendance IN ('PRESENT', 'REMOTE')) AS present
  FROM conference_participant
  GROUP BY ALL),
answers AS (
  SELECT
    t.day,
    t.org_unit_id,
    t.chair_role,
    o.role AS ordinary,
    a.conference_id IS NOT NULL AS registered,
    t.chair_role IN ('OCCUPATIONAL_THERAPIST', 'PHYSIOTHERAPIST') AS substituted,
    coalesce(list_contains(a.present, o.role), FALSE) AS ordinary_present
  FROM typed AS t
  LEFT JOIN ordinary_chair AS o USING (unit_type)
  LEFT JOIN attendance AS a USING (conference_id)
  WHERE t.unit_type IS DISTINCT FROM 'REHAB')
-- Trap: without a chair nothing was judged: outside. A substitute among nobody registered, or a
-- unit that has no rule because nobody knows it, is inside, not met and unknown.
SELECT
  'C05' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  coalesce(chair_role = ordinary OR (substituted AND registered AND NOT ordinary_present), FALSE)
    AND ordinary IS NOT NULL AS numerator,
  chair_role IS NOT NULL AS denominator,
  chair_role IS NULL OR ordinary IS NULL OR (substituted AND NOT registered) AS unknown
FROM answers;
