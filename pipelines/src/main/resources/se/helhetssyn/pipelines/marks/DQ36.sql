-- Falls that are an event and a deviation: no fault, but never to be added up.
CREATE OR REPLACE TEMP VIEW held AS
SELECT event_id, org_unit_id, extract_id, deviation_id
FROM outcome_event
WHERE event_type = 'FALL';

CREATE OR REPLACE TEMP VIEW found AS
SELECT event_id AS record_key, org_unit_id, extract_id, 'EVENT_AND_DEVIATION' AS code
FROM held
WHERE deviation_id IS NOT NULL;
