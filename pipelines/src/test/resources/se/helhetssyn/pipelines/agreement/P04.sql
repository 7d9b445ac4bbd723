-- P04: discussed cases that were both followed up and evaluated.

INSERT INTO source VALUES
  ('P04', 'conference'),
  ('P04', 'conference_case'),
  ('P04', 'enrolment');

INSERT INTO series VALUES ('P04', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('P04', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    [coalesce(c.followed_up, 'UNKNOWN'), coalesce(c.evaluated, 'UNKNOWN')] AS answers
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE c.outcome = 'DISCUSSED' AND k.status = 'HELD' AND k.actual_start IS NOT NULL)
-- Trap: one NO settles it, whatever the other is; YES and an answer not given is unknown.
SELECT
  'P04' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  NOT list_contains(answers, 'NO') AND NOT list_contains(answers, 'UNKNOWN') AS numerator,
  TRUE AS denominator,
  NOT list_contains(answers, 'NO') AND list_contains(answers, 'UNKNOWN') AS unknown
FROM discussed AS d
-- Trap: the last day still belongs to the stay.
WHERE EXISTS (
  FROM scope_stay AS s
  WHERE s.person_key = d.person_key AND d.day BETWEEN s.start_date AND s.end_date);
