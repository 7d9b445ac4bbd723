-- A02: days from the reporting of a deviation until its investigation begins.

INSERT INTO source VALUES ('A02', 'deviation');

INSERT INTO series VALUES ('A02', 'MAIN', 'DAYS', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('A02', 'MAIN');

INSERT INTO counted BY NAME
WITH reported AS (
  SELECT
    org_unit_id,
    person_key,
    local_day(reported_at) AS day,
    investigation_started_at AS started_on,
    status = 'CLOSED' AS closed,
    closed_at
  FROM deviation
  WHERE status <> 'REJECTED' AND law <> 'LSS'),
timed AS (
  SELECT
    *,
    -- Trap: closed without a day, or a day without being closed, leaves no valid time; nor does
    -- a start or a closing before the day of reporting.
    closed <> (closed_at IS NOT NULL)
      OR coalesce(closed_at < day, FALSE)
      OR coalesce(started_on < day, FALSE) AS left_out,
    coalesce(started_on <= as_of, FALSE) AS done,
    -- Trap: what is closed without having been begun is followed until it was closed.
    least(as_of, CASE WHEN closed THEN closed_at END) AS followed_to
  FROM reported, run)
SELECT
  'A02' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  NOT left_out AND done AS numerator,
  NOT left_out AS denominator,
  left_out AS unknown,
  CASE WHEN NOT left_out THEN CASE WHEN done THEN started_on ELSE followed_to END - day END
    AS days,
  NOT left_out AND NOT done AS still_open
FROM timed;
