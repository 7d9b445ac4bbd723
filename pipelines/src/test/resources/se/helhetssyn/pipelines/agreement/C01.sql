-- C01: conferences that were planned and became held.

INSERT INTO source VALUES ('C01', 'conference');

INSERT INTO series VALUES ('C01', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
WITH planned AS (
  SELECT
    conference_id,
    status,
    actual_start,
    org_unit_id,
    -- A unit that nobody knows has the pauses of where it is counted.
    CASE
      WHEN org_unit_id IN (SELECT org_unit_id FROM node) THEN org_unit_id
      ELSE (SELECT org_unit_id FROM certain_node)
    END AS pause_id,
    local_day(planned_start) AS day
  FROM conference),
-- Trap: a pause at the area or the division holds for its units, and its last day is in it; an
-- outbreak or a move is no pause.
pause AS (
  SELECT k.org_unit_id, u.date_from, u.date_to, k.since, k.until
  FROM unit_calendar AS u
  JOIN kinship AS k ON k.above_id = u.org_unit_id
  WHERE u.kind = 'CONFERENCE_PAUSE'),
-- Trap: what is planned after as-of could not be held yet.
due AS (
  SELECT p.*
  FROM planned AS p, run
  WHERE p.day <= run.as_of
    AND NOT EXISTS (
      FROM pause AS x
      WHERE x.org_unit_id = p.pause_id
        AND p.day BETWEEN x.date_from AND x.date_to
        AND x.since <= p.day
        AND p.day < x.until)),
-- Trap: a postponed conference is out of those periods only that hold its replacement too. One
-- moved from January to February is out of the quarter and not made up for in January. Only the
-- direct replacement is looked at, whatever became of it.
replaced_in AS (
  SELECT DISTINCT p.conference_id, t.period_kind, t.period_start
  FROM planned AS p
  JOIN conference AS r ON r.replaces_conference_id = p.conference_id
  JOIN period AS t
    ON p.day BETWEEN t.period_start AND t.period_end
    AND local_day(r.planned_start) BETWEEN t.period_start AND t.period_end
  WHERE p.status = 'POSTPONED'),
answers AS (
  SELECT
    conference_id,
    org_unit_id,
    day,
    status,
    actual_start,
    NULL AS only_period_kind,
    NULL AS only_period_start
  FROM due
  WHERE status <> 'POSTPONED'
  UNION ALL
  SELECT
    d.conference_id,
    d.org_unit_id,
    d.day,
    d.status,
    d.actual_start,
    t.period_kind,
    t.period_start
  FROM due AS d
  JOIN period AS t ON d.day BETWEEN t.period_start AND t.period_end
  ANTI JOIN replaced_in AS r
    ON r.conference_id = d.conference_id
    AND r.period_kind = t.period_kind
    AND r.period_start = t.period_start
  WHERE d.status = 'POSTPONED')
-- Trap: cancelled is not held. Still PLANNED although the day has come is not held and unknown, as is
-- what is said to be held without a day.
SELECT
  'C01' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  status = 'HELD' AND actual_start IS NOT NULL AS numerator,
  TRUE AS denominator,
  status = 'PLANNED' OR (status = 'HELD' AND actual_start IS NULL) AS unknown,
  only_period_kind,
  only_period_start
FROM answers;
