-- D01: held conferences with minutes written that day by a care worker.

INSERT INTO source VALUES ('D01', 'conference');

INSERT INTO series VALUES ('D01', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
WITH held AS (
  SELECT
    org_unit_id,
    local_day(actual_start) AS day,
    coalesce(minutes_written, 'UNKNOWN') AS written,
    -- Trap: what is not given is neither right nor wrong.
    minutes_author_role = 'CARE_WORKER' AS right_author,
    minutes_written_at = local_day(actual_start) AS same_day
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL)
-- Trap: one wrong answer settles it, whatever the other would have been. Before the day is as
-- wrong as after it.
SELECT
  'D01' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  written = 'YES' AND coalesce(right_author AND same_day, FALSE) AS numerator,
  TRUE AS denominator,
  written = 'UNKNOWN' OR (written = 'YES' AND (right_author AND same_day) IS NULL) AS unknown
FROM held;
