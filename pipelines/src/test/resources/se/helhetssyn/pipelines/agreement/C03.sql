-- C03: held conferences where all five mandatory roles are present.

INSERT INTO source VALUES ('C03', 'conference'), ('C03', 'conference_participant');

CREATE TABLE mandatory_role AS
SELECT unnest([
  'UNIT_MANAGER',
  'CARE_WORKER',
  'REGISTERED_NURSE',
  'OCCUPATIONAL_THERAPIST',
  'PHYSIOTHERAPIST']) AS role;

INSERT INTO series
SELECT 'C03', name, 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL'
FROM (SELECT 'MAIN' AS name UNION ALL SELECT 'ROLE_MISSING_' || role FROM mandatory_role);

INSERT INTO counted BY NAME
WITH held AS (
  -- Trap: a conference without a start has no day and is not counted; the planned start never is.
  SELECT conference_id, org_unit_id, local_day(actual_start) AS day
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL),
registered AS (
  SELECT DISTINCT conference_id FROM conference_participant),
-- Trap: REMOTE is present, PARTIAL is not; one person present is enough for the role.
present AS (
  SELECT DISTINCT conference_id, role
  FROM conference_participant
  WHERE attendance IN ('PRESENT', 'REMOTE')),
roles AS (
  SELECT
    h.conference_id,
    h.org_unit_id,
    h.day,
    m.role,
    p.role IS NULL AS missing,
    r.conference_id IS NOT NULL AS registered
  FROM held AS h
  CROSS JOIN mandatory_role AS m
  LEFT JOIN present AS p ON p.conference_id = h.conference_id AND p.role = m.role
  LEFT JOIN registered AS r ON r.conference_id = h.conference_id),
answers AS (
  SELECT 'MAIN' AS series, conference_id, org_unit_id, day, registered, NOT bool_or(missing) AS met
  FROM roles
  GROUP BY ALL
  UNION ALL
  SELECT 'ROLE_MISSING_' || role, conference_id, org_unit_id, day, registered, missing
  FROM roles)
-- Trap: without any participant nothing is known: outside the denominator, and reported.
SELECT
  'C03' AS indicator_id,
  series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  registered AND met AS numerator,
  registered AS denominator,
  NOT registered AS unknown
FROM answers;
