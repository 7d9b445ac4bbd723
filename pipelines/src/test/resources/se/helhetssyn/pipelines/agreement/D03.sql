-- D03: items raised at a conference that were done or dropped by the unit's next one.

INSERT INTO source VALUES ('D03', 'followup_item'), ('D03', 'conference');

INSERT INTO series
SELECT 'D03', unnest(['MAIN', 'CARRIED_3']), 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL';

INSERT INTO counted BY NAME
WITH held AS (
  SELECT conference_id, org_unit_id, actual_start, local_day(actual_start) AS day
  FROM conference, run
  WHERE status = 'HELD' AND actual_start IS NOT NULL AND local_day(actual_start) <= as_of),
-- Trap: the next one that was held, at the same unit; what was planned and cancelled is not it.
next_held AS (
  SELECT h.conference_id, min(n.actual_start) AS next_start
  FROM held AS h
  JOIN held AS n ON n.org_unit_id = h.org_unit_id AND n.actual_start > h.actual_start
  GROUP BY ALL),
raised AS (
  SELECT
    h.org_unit_id,
    h.day,
    i.status IN ('DONE', 'DROPPED') AS resolved,
    i.resolved_at,
    coalesce(i.times_carried >= 3, FALSE) AS carried,
    local_day(n.next_start) AS next_day
  FROM followup_item AS i
  JOIN held AS h ON h.conference_id = i.raised_conference_id
  LEFT JOIN next_held AS n USING (conference_id)),
answers AS (
  -- Trap: done but nobody knows when is not met and unknown; on the day of the next is in time.
  SELECT
    'MAIN' AS series,
    day,
    org_unit_id,
    resolved AND coalesce(resolved_at <= next_day, FALSE) AS numerator,
    resolved AND resolved_at IS NULL AS unknown
  FROM raised
  WHERE next_day IS NOT NULL
  UNION ALL
  -- Trap: this one does not wait for a next conference.
  SELECT 'CARRIED_3', day, org_unit_id, carried, FALSE FROM raised)
SELECT
  'D03' AS indicator_id,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  *,
  TRUE AS denominator
FROM answers;
