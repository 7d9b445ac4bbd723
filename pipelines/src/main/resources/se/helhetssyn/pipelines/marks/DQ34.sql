-- Units that put more than a tenth of their deviations in OTHER.
CREATE OR REPLACE TEMP VIEW held AS
SELECT
  org_unit_id,
  common(extract_id) AS extract_id,
  count(*) AS deviations,
  count_if(category = 'OTHER') AS others
FROM deviation
WHERE org_unit_id IS NOT NULL
GROUP BY org_unit_id;

CREATE OR REPLACE TEMP VIEW found AS
SELECT org_unit_id AS record_key, org_unit_id, extract_id, 'OTHER_OVERUSED' AS code
FROM held
WHERE others > getvariable('other_share') * deviations;
