-- D05: discussed cases where need, intervention and result are all coded.

INSERT INTO source VALUES
  ('D05', 'conference'),
  ('D05', 'conference_case'),
  ('D05', 'enrolment');

INSERT INTO series VALUES ('D05', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('D05', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    c.need_code,
    c.intervention_code,
    c.result_code
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
  'D05' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  need_code IS NOT NULL AND intervention_code IS NOT NULL AND result_code IS NOT NULL AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM in_scope;
