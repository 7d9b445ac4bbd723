-- Pairs of conferences of a unit whose planned starts lie so near that they may be one.
CREATE OR REPLACE TEMP VIEW held AS
SELECT conference_id, org_unit_id, extract_id, planned_start
FROM conference
WHERE org_unit_id IS NOT NULL;

CREATE OR REPLACE TEMP VIEW found AS
SELECT
  a.conference_id || '+' || b.conference_id AS record_key,
  a.org_unit_id,
  b.extract_id,
  'POSSIBLE_SAME_CONFERENCE' AS code
FROM held AS a
JOIN held AS b
  ON b.org_unit_id = a.org_unit_id
  AND b.conference_id > a.conference_id
  AND b.planned_start BETWEEN a.planned_start - getvariable('conference_gap')
    AND a.planned_start + getvariable('conference_gap');
