-- Held, and nobody is known to have taken part.
CREATE OR REPLACE TEMP VIEW held AS
SELECT conference_id, org_unit_id, extract_id
FROM conference
WHERE status = 'HELD';

CREATE OR REPLACE TEMP VIEW found AS
SELECT conference_id AS record_key, org_unit_id, extract_id, 'HELD_WITHOUT_PARTICIPANTS' AS code
FROM held
ANTI JOIN conference_participant USING (conference_id);
