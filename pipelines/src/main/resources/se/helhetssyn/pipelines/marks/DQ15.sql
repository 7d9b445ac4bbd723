-- Away from the first day of a stay: it starts with the decision, the person moved in later.
CREATE OR REPLACE TEMP VIEW held AS
SELECT enrolment_id, org_unit_id, extract_id, start_date
FROM enrolment;

CREATE OR REPLACE TEMP VIEW found AS
SELECT enrolment_id AS record_key, org_unit_id, extract_id, 'AWAY_FROM_THE_START' AS code
FROM held
SEMI JOIN absence
  ON absence.enrolment_id = held.enrolment_id
  AND reason = 'AWAY'
  AND from_date = start_date;
