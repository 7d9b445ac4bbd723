-- C11: discussed cases where plans and registers were all gone through.

INSERT INTO source VALUES
  ('C11', 'conference'),
  ('C11', 'conference_case'),
  ('C11', 'enrolment');

INSERT INTO series VALUES ('C11', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('C11', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    [coalesce(c.reviewed_impl_plan, 'UNKNOWN'),
     coalesce(c.reviewed_health_plan, 'UNKNOWN'),
     coalesce(c.reviewed_registers, 'UNKNOWN')] AS answers
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE c.outcome = 'DISCUSSED' AND k.status = 'HELD' AND k.actual_start IS NOT NULL)
-- Trap: not applicable is met, all three of them too. One NO settles it, whatever is unknown.
SELECT
  'C11' AS indicator_id,
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
