-- C08: conferences booked by the unit manager, with all three consulted and the invitation sent.

INSERT INTO source VALUES ('C08', 'conference');

INSERT INTO series VALUES ('C08', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
-- Trap: postponed ones were booked too, and count by the day they were planned for.
WITH booked AS (
  SELECT
    org_unit_id,
    local_day(planned_start) AS day,
    booked_by_role,
    invitation_sent_at IS NOT NULL AS invited,
    [coalesce(consulted_rn, 'UNKNOWN'),
     coalesce(consulted_ot, 'UNKNOWN'),
     coalesce(consulted_pt, 'UNKNOWN')] AS consulted
  FROM conference, run
  WHERE status <> 'CANCELLED' AND local_day(planned_start) <= run.as_of),
-- Trap: one NO, a wrong booker or no invitation settles it, whatever else is unknown.
answers AS (
  SELECT
    *,
    NOT invited
      OR list_contains(consulted, 'NO')
      OR coalesce(booked_by_role <> 'UNIT_MANAGER', FALSE) AS broken,
    list_contains(consulted, 'UNKNOWN') OR booked_by_role IS NULL AS incomplete
  FROM booked)
SELECT
  'C08' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  NOT broken AND NOT incomplete AS numerator,
  TRUE AS denominator,
  NOT broken AND incomplete AS unknown
FROM answers;
