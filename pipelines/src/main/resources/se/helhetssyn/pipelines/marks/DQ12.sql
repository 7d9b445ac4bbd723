-- The person has no stay or service at the conference's unit on its day.
CREATE OR REPLACE TEMP VIEW held AS
SELECT
  case_id,
  person_key,
  org_unit_id,
  conference_case.extract_id,
  CAST(coalesce(actual_start, planned_start) AS DATE) AS day
FROM conference_case
JOIN conference USING (conference_id)
WHERE org_unit_id IS NOT NULL;

CREATE OR REPLACE TEMP VIEW found AS
SELECT
  case_id AS record_key,
  held.org_unit_id,
  held.extract_id,
  CASE WHEN count(enrolment_id) = 0 THEN 'ENROLLED_NOWHERE' ELSE 'ENROLLED_ELSEWHERE' END AS code
FROM held
LEFT JOIN enrolment
  ON enrolment.person_key = held.person_key
  AND start_date <= day
  AND (end_date IS NULL OR day < end_date)
GROUP BY case_id, held.org_unit_id, held.extract_id
HAVING NOT coalesce(bool_or(enrolment.org_unit_id = held.org_unit_id), FALSE);
