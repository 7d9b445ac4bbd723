-- C09: listed cases with the reason for taking them up, and the mix of reasons.

INSERT INTO source VALUES
  ('C09', 'conference'),
  ('C09', 'conference_case'),
  ('C09', 'enrolment');

INSERT INTO series
SELECT 'C09', name, 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL'
FROM (
  VALUES
    ('MAIN'),
    ('REASON_NEW_PERSON'),
    ('REASON_CURRENT_ISSUE'),
    ('REASON_PRIORITY_ORDER')) AS n(name);

INSERT INTO series_person VALUES ('C09', 'MAIN'), ('C09', 'REASON_NEW_PERSON'), ('C09', 'REASON_CURRENT_ISSUE'), ('C09', 'REASON_PRIORITY_ORDER');

INSERT INTO counted BY NAME
-- Trap: listed is enough, taken up or not; but the conference must have been held.
WITH listed AS (
  SELECT
    c.person_key,
    c.case_reason,
    c.priority_rank,
    k.org_unit_id,
    local_day(k.actual_start) AS day
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE k.status = 'HELD' AND k.actual_start IS NOT NULL),
in_scope AS (
  SELECT *
  FROM listed AS l
  WHERE EXISTS (
    FROM scope_stay AS s
    WHERE s.person_key = l.person_key AND l.day BETWEEN s.start_date AND s.end_date)),
-- Trap: no reason is not met, but nothing unknown; a priority without rank is not met either.
main AS (
  SELECT
    'MAIN' AS series,
    day,
    org_unit_id,
    person_key,
    coalesce(
      case_reason IN ('NEW_PERSON', 'CURRENT_ISSUE')
        OR (case_reason = 'PRIORITY_ORDER' AND priority_rank IS NOT NULL),
      FALSE) AS numerator
  FROM in_scope),
-- Trap: the three shares are of the cases that have a reason, with a rank or not.
mix AS (
  SELECT 'REASON_' || reason, day, org_unit_id, person_key, case_reason = reason
  FROM in_scope
  CROSS JOIN (VALUES ('NEW_PERSON'), ('CURRENT_ISSUE'), ('PRIORITY_ORDER')) AS r(reason)
  WHERE case_reason IS NOT NULL)
SELECT
  'C09' AS indicator_id,
  series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM (FROM main UNION ALL FROM mix);
