-- P05: cases where a revision was needed and came within 14 days.

INSERT INTO source VALUES
  ('P05', 'conference'),
  ('P05', 'conference_case'),
  ('P05', 'plan'),
  ('P05', 'plan_revision'),
  ('P05', 'enrolment');

-- Trap: whether a revision was needed is known at once, so that share waits for nothing.
INSERT INTO series VALUES
  ('P05', 'MAIN', 'SHARE', FALSE, FALSE, 14, 'AS_WAS', 'ALL', 'ALL'),
  ('P05', 'REVISION_NEEDED_SHARE', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('P05', 'MAIN'), ('P05', 'REVISION_NEEDED_SHARE');

INSERT INTO counted BY NAME
WITH taken_up AS (
  SELECT
    c.case_id,
    c.person_key,
    k.org_unit_id,
    local_day(k.actual_start) AS day,
    -- Trap: an answer that is not given is unknown, not NO; what was not taken up has no answer.
    coalesce(
      c.revision_needed,
      CASE WHEN c.outcome = 'DISCUSSED' THEN 'UNKNOWN' ELSE 'NOT_JUDGED' END) AS needed
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE k.status = 'HELD' AND k.actual_start IS NOT NULL),
-- Trap: the last day still belongs to the stay, so a case on the day of death counts.
in_scope AS (
  SELECT *
  FROM taken_up AS t
  WHERE EXISTS (
    FROM scope_stay AS s
    WHERE s.person_key = t.person_key AND t.day BETWEEN s.start_date AND s.end_date)),
-- Trap: a follow-up without change is no revision.
revision AS (
  SELECT r.case_id, p.person_key, r.revised_at
  FROM plan_revision AS r
  LEFT JOIN plan AS p USING (plan_id)
  WHERE r.revision_kind IN ('REVISED', 'ENDED')),
-- Trap: the case's own revision decides even when it came too late and another was in time.
own AS (
  SELECT t.case_id, bool_or(r.revised_at - t.day BETWEEN 0 AND 14) AS in_time
  FROM in_scope AS t
  JOIN revision AS r ON r.case_id = t.case_id
  GROUP BY ALL),
-- Trap: a revision on the day of the conference counts, one the day before does not.
persons AS (
  SELECT t.case_id, bool_or(r.revised_at - t.day BETWEEN 0 AND 14) AS in_time
  FROM in_scope AS t
  JOIN revision AS r ON r.person_key = t.person_key
  GROUP BY ALL),
answers AS (
  SELECT t.*, coalesce(own.in_time, persons.in_time, FALSE) AS revised
  FROM in_scope AS t
  LEFT JOIN own ON own.case_id = t.case_id
  LEFT JOIN persons ON persons.case_id = t.case_id),
main AS (
  SELECT
    'MAIN' AS series,
    day,
    org_unit_id,
    person_key,
    needed = 'YES' AND revised AS numerator,
    needed = 'YES' AS denominator,
    needed = 'UNKNOWN' AS unknown
  FROM answers
  WHERE needed <> 'NO'),
needed AS (
  SELECT
    'REVISION_NEEDED_SHARE' AS series,
    day,
    org_unit_id,
    person_key,
    needed = 'YES' AS numerator,
    needed IN ('YES', 'NO') AS denominator,
    needed = 'UNKNOWN' AS unknown
  FROM answers)
SELECT
  'P05' AS indicator_id, 'AS_WAS' AS attribution, 'ALL' AS stratum, 'ALL' AS stratum_value, *
FROM (FROM main UNION ALL FROM needed);
