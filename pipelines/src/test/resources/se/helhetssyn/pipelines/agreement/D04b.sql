-- D04b: discussed cases with a note for health care within three days.

INSERT INTO source VALUES
  ('D04b', 'conference'),
  ('D04b', 'conference_case'),
  ('D04b', 'enrolment');

INSERT INTO series VALUES ('D04b', 'MAIN', 'SHARE', FALSE, FALSE, 3, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('D04b', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    k.actual_start,
    local_day(k.actual_start) AS day,
    c.hsl_documented_at
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
-- day. Who wrote is not delivered; whether the person has health care is not asked.
SELECT
  'D04b' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  coalesce(
    local_day(hsl_documented_at) - day BETWEEN 0 AND 3 AND hsl_documented_at >= actual_start,
    FALSE) AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM in_scope;
