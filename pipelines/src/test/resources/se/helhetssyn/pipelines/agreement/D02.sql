-- D02: held conferences that used the minutes of the previous one.

INSERT INTO source VALUES ('D02', 'conference');

INSERT INTO series VALUES ('D02', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

-- Trap: a unit's first conference has no previous minutes; an answer not given is no such thing.
INSERT INTO counted BY NAME
WITH held AS (
  SELECT
    org_unit_id,
    local_day(actual_start) AS day,
    coalesce(previous_minutes_used, 'UNKNOWN') AS used
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL)
SELECT
  'D02' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  used = 'YES' AS numerator,
  TRUE AS denominator,
  used = 'UNKNOWN' AS unknown
FROM held
WHERE used <> 'NOT_APPLICABLE';
