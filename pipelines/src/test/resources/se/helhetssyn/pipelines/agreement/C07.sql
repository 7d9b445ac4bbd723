-- C07: discussed cases that were on the list before the conference started.

INSERT INTO source VALUES
  ('C07', 'conference'),
  ('C07', 'conference_case'),
  ('C07', 'enrolment');

INSERT INTO series VALUES ('C07', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('C07', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.case_id,
    c.person_key,
    c.listed_at,
    k.actual_start,
    k.org_unit_id,
    local_day(k.actual_start) AS day
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE c.outcome = 'DISCUSSED' AND k.status = 'HELD' AND k.actual_start IS NOT NULL)
-- Trap: the moment decides, not the day: listed as the conference starts is too late. Without a
-- moment it is not met, and unknown.
SELECT
  'C07' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  coalesce(listed_at < actual_start, FALSE) AS numerator,
  TRUE AS denominator,
  listed_at IS NULL AS unknown
FROM discussed AS d
-- Trap: the last day still belongs to the stay.
WHERE EXISTS (
  FROM scope_stay AS s
  WHERE s.person_key = d.person_key AND d.day BETWEEN s.start_date AND s.end_date);
