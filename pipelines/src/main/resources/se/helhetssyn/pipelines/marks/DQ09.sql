-- Documented before the conference began.
CREATE OR REPLACE TEMP VIEW held AS
SELECT
  case_id,
  org_unit_id,
  conference_case.extract_id,
  coalesce(actual_start, planned_start) AS began,
  sol_documented_at,
  hsl_documented_at
FROM conference_case
JOIN conference USING (conference_id)
WHERE sol_documented_at IS NOT NULL OR hsl_documented_at IS NOT NULL;

CREATE OR REPLACE TEMP VIEW found AS
SELECT case_id AS record_key, org_unit_id, extract_id, 'DOCUMENTED_BEFORE_CONFERENCE' AS code
FROM held
WHERE sol_documented_at < began OR hsl_documented_at < began;
