-- A04: deviations taken up at the first conference that the unit held after they were reported.

INSERT INTO source VALUES ('A04', 'deviation'), ('A04', 'conference');

INSERT INTO series VALUES ('A04', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('A04', 'MAIN');

INSERT INTO counted BY NAME
WITH reported AS (
  SELECT
    deviation_id,
    org_unit_id,
    person_key,
    reported_at,
    local_day(reported_at) AS day,
    reviewed_at_conference_id
  FROM deviation
  WHERE status <> 'REJECTED' AND law <> 'LSS'),
held AS (
  SELECT conference_id, org_unit_id, actual_start
  FROM conference
  WHERE status = 'HELD' AND local_day(actual_start) <= getvariable('as_of')),
-- Trap: the time decides, not the day, and what is reported as a conference starts waits for the
-- next. Of two that start at once the lower id is the first.
next_held AS (
  SELECT r.deviation_id, h.conference_id
  FROM reported AS r
  JOIN held AS h ON h.org_unit_id = r.org_unit_id AND h.actual_start > r.reported_at
  QUALIFY row_number() OVER (
    PARTITION BY r.deviation_id ORDER BY h.actual_start, h.conference_id) = 1)
-- Trap: no conference since then is no failure. Taken up earlier, later or elsewhere is.
SELECT
  'A04' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  r.day,
  r.org_unit_id,
  r.person_key,
  coalesce(r.reviewed_at_conference_id = n.conference_id, FALSE) AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM reported AS r
JOIN next_held AS n USING (deviation_id);
