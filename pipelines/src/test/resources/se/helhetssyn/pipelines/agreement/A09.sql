-- A09: statutory reports (lex Sarah, lex Maria) in a year at the division, and the time to IVO.

INSERT INTO source VALUES ('A09', 'deviation');

INSERT INTO series VALUES
  ('A09', 'MAIN', 'COUNT', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL'),
  ('A09', 'MAIN', 'COUNT', FALSE, FALSE, 0, 'AS_WAS', 'LEX', 'LEX_SARAH'),
  ('A09', 'MAIN', 'COUNT', FALSE, FALSE, 0, 'AS_WAS', 'LEX', 'LEX_MARIA'),
  ('A09', 'LAG', 'DAYS', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_kind VALUES ('A09', 'MAIN', 'YEAR'), ('A09', 'LAG', 'YEAR');

INSERT INTO series_level VALUES ('A09', 'MAIN', 'DIVISION'), ('A09', 'LAG', 'DIVISION');

INSERT INTO series_person VALUES ('A09', 'MAIN'), ('A09', 'LAG');

CREATE VIEW a09_report AS
SELECT
  org_unit_id,
  person_key,
  lex_track,
  local_day(reported_at) AS day,
  ivo_notified_at
FROM deviation
WHERE lex_track IN ('LEX_SARAH', 'LEX_MARIA') AND status <> 'REJECTED' AND law <> 'LSS';

-- Trap: the year of reporting, not of the notification; without notification it is a report too.
INSERT INTO counted BY NAME
SELECT
  'A09' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  t.stratum,
  t.stratum_value,
  r.day,
  r.org_unit_id,
  r.person_key,
  TRUE AS numerator,
  FALSE AS denominator,
  FALSE AS unknown
FROM a09_report AS r
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value UNION ALL SELECT 'LEX', r.lex_track) AS t;

-- Trap: what IVO has not been told of yet is followed to as-of; told before it was reported is
-- no time at all.
INSERT INTO counted BY NAME
WITH timed AS (
  SELECT
    *,
    coalesce(ivo_notified_at < day, FALSE) AS left_out,
    coalesce(ivo_notified_at <= as_of, FALSE) AS done
  FROM a09_report, run)
SELECT
  'A09' AS indicator_id,
  'LAG' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  NOT left_out AND done AS numerator,
  NOT left_out AS denominator,
  left_out AS unknown,
  CASE WHEN NOT left_out THEN CASE WHEN done THEN ivo_notified_at ELSE as_of END - day END AS days,
  NOT left_out AND NOT done AS still_open
FROM timed;
