-- D04a: discussed cases with a note for social services within three days, by the right author.

INSERT INTO source VALUES
  ('D04a', 'conference'),
  ('D04a', 'conference_case'),
  ('D04a', 'enrolment');

INSERT INTO series VALUES ('D04a', 'MAIN', 'SHARE', FALSE, FALSE, 3, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('D04a', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    k.actual_start,
    local_day(k.actual_start) AS day,
    c.sol_documented_at,
    c.sol_documented_by
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE c.outcome = 'DISCUSSED' AND k.status = 'HELD' AND k.actual_start IS NOT NULL),
-- Trap: the last day still belongs to the stay, so a case on the day of death counts.
in_scope AS (
  SELECT *
  FROM discussed AS d
  WHERE EXISTS (
    FROM scope_stay AS s
    WHERE s.person_key = d.person_key AND d.day BETWEEN s.start_date AND s.end_date))
-- Trap: calendar days, but a note from before the conference began is none, though it is of the
-- day. Without a note nothing is unknown; a note in time of nobody knows whom is.
SELECT
  'D04a' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  coalesce(
    local_day(sol_documented_at) - day BETWEEN 0 AND 3
      AND sol_documented_at >= actual_start
      AND sol_documented_by IN ('CONTACT_WORKER', 'DESIGNATED_SUBSTITUTE'),
    FALSE) AS numerator,
  TRUE AS denominator,
  coalesce(
    local_day(sol_documented_at) - day BETWEEN 0 AND 3 AND sol_documented_at >= actual_start,
    FALSE)
    AND sol_documented_by IS NULL AS unknown
FROM in_scope;
