-- I03: discussed cases where the wishes of the person were recorded.

INSERT INTO source VALUES
  ('I03', 'conference'),
  ('I03', 'conference_case'),
  ('I03', 'enrolment');

INSERT INTO series VALUES ('I03', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('I03', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    coalesce(c.wishes_recorded, 'UNKNOWN') AS wishes_recorded
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
  'I03' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  wishes_recorded = 'YES' AS numerator,
  TRUE AS denominator,
  wishes_recorded = 'UNKNOWN' AS unknown
FROM in_scope;
