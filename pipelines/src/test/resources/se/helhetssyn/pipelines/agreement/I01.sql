-- I01: discussed cases whose person was informed before, or on the day of, the conference.

INSERT INTO source VALUES
  ('I01', 'conference'),
  ('I01', 'conference_case'),
  ('I01', 'enrolment');

INSERT INTO series VALUES ('I01', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('I01', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    coalesce(c.person_informed, 'UNKNOWN') AS person_informed,
    c.person_informed_at
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
-- Trap: informed, but nobody knows when, or only afterwards, is not met; the first is unknown.
SELECT
  'I01' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  person_informed = 'YES' AND coalesce(person_informed_at <= day, FALSE) AS numerator,
  TRUE AS denominator,
  person_informed = 'UNKNOWN' OR (person_informed = 'YES' AND person_informed_at IS NULL) AS unknown
FROM in_scope
WHERE person_informed <> 'NOT_POSSIBLE';
