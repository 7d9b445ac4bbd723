-- Held though its day has not come at the latest extraction, or still planned though it has.
CREATE OR REPLACE TEMP VIEW held AS
SELECT
  conference_id,
  org_unit_id,
  extract_id,
  status,
  CAST(coalesce(actual_start, planned_start) AS DATE) > getvariable('latest') AS is_to_come
FROM conference
WHERE status IN ('HELD', 'PLANNED');

CREATE OR REPLACE TEMP VIEW found AS
SELECT
  conference_id AS record_key,
  org_unit_id,
  extract_id,
  CASE status WHEN 'HELD' THEN 'HELD_IN_THE_FUTURE' ELSE 'PLANNED_IN_THE_PAST' END AS code
FROM held
WHERE is_to_come = (status = 'HELD');
