-- I04: discussed cases where the person was there.

INSERT INTO source VALUES
  ('I04', 'conference'),
  ('I04', 'conference_case'),
  ('I04', 'enrolment');

INSERT INTO series VALUES ('I04', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('I04', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    coalesce(c.person_present, 'UNKNOWN') AS person_present
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
SELECT
  'I04' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  person_present = 'YES' AS numerator,
  TRUE AS denominator,
  person_present = 'UNKNOWN' AS unknown
FROM in_scope;
