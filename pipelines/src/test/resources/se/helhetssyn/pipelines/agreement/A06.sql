-- A06: closed deviations that were analysed before or when they were closed.

INSERT INTO source VALUES ('A06', 'deviation');

INSERT INTO series VALUES ('A06', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('A06', 'MAIN');

-- Trap: it counts on the day of closing, not of reporting; a closing that lies ahead is open, and
-- a day without the status does not close. Without a day of analysis nobody has analysed it.
INSERT INTO counted BY NAME
SELECT
  'A06' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  closed_at AS day,
  org_unit_id,
  person_key,
  coalesce(analysed_at <= closed_at, FALSE) AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM deviation, run
WHERE law <> 'LSS' AND status = 'CLOSED' AND closed_at <= as_of;
