-- C04: held conferences where at least two care workers are present.

INSERT INTO source VALUES ('C04', 'conference'), ('C04', 'conference_participant');

INSERT INTO series VALUES ('C04', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
WITH held AS (
  SELECT conference_id, org_unit_id, local_day(actual_start) AS day
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL),
-- Trap: people are counted, not roles; REMOTE is present, PARTIAL is not. With participants but no
-- care worker among them there are none, which is known.
attendance AS (
  SELECT
    conference_id,
    count(DISTINCT participant_no) FILTER (
      role = 'CARE_WORKER' AND attendance IN ('PRESENT', 'REMOTE')) AS care_workers
  FROM conference_participant
  GROUP BY ALL)
-- Trap: without any participant nothing is known: outside the denominator, and reported.
SELECT
  'C04' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  h.day,
  h.org_unit_id,
  coalesce(a.care_workers >= 2, FALSE) AS numerator,
  a.conference_id IS NOT NULL AS denominator,
  a.conference_id IS NULL AS unknown
FROM held AS h
LEFT JOIN attendance AS a USING (conference_id);
