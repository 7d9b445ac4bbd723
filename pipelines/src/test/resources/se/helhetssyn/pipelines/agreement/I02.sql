-- I02: discussed cases with an agreement that the relative is told, where the relative was.

INSERT INTO source VALUES
  ('I02', 'conference'),
  ('I02', 'conference_case'),
  ('I02', 'enrolment');

INSERT INTO series VALUES ('I02', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('I02', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    coalesce(c.relative_agreement, 'UNKNOWN') AS relative_agreement,
    coalesce(c.relative_informed, 'UNKNOWN') AS relative_informed
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
-- Trap: without an agreement nobody is to be told; where it is not known whether there is one,
-- the case is outside and told of as unknown.
SELECT
  'I02' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  relative_agreement = 'YES' AND relative_informed = 'YES' AS numerator,
  relative_agreement = 'YES' AS denominator,
  relative_agreement = 'UNKNOWN' OR relative_informed = 'UNKNOWN' AS unknown
FROM in_scope
WHERE relative_agreement <> 'NO';
