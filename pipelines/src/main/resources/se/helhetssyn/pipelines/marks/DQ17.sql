-- Renamed, merged, split, moved and closed units: no fault, but a break that must be told.
CREATE OR REPLACE TEMP VIEW held AS
FROM org_succession;

CREATE OR REPLACE TEMP VIEW found AS
SELECT
  concat_ws('|', predecessor_id, successor_id, change_date) AS record_key,
  successor_id AS org_unit_id,
  extract_id,
  change_type AS code
FROM held;
