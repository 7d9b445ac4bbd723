-- Followed up before the assessment.
CREATE OR REPLACE TEMP VIEW held AS
SELECT followup_id, org_unit_id, action_followup.extract_id, followed_up_at, assessed_at
FROM action_followup
JOIN risk_assessment USING (assessment_id);

CREATE OR REPLACE TEMP VIEW found AS
SELECT followup_id AS record_key, org_unit_id, extract_id, 'FOLLOWED_UP_BEFORE_ASSESSMENT' AS code
FROM held
WHERE followed_up_at < assessed_at;
