-- D08: development areas that were decided on within 90 days.

INSERT INTO source VALUES ('D08', 'development_area');

INSERT INTO series VALUES ('D08', 'MAIN', 'SHARE', FALSE, FALSE, 90, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
WITH raised AS (
  SELECT
    raised_by_unit_id AS org_unit_id,
    raised_at AS day,
    -- Trap: a refusal is a decision as well as an acceptance.
    coalesce(decision IN ('ACCEPTED', 'REJECTED'), FALSE) AS decided,
    decided_at
  FROM development_area
  WHERE raised_at IS NOT NULL)
-- Trap: decided without a date may have been in time: not met, and unknown.
SELECT
  'D08' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  decided AND coalesce(decided_at - day BETWEEN 0 AND 90, FALSE) AS numerator,
  TRUE AS denominator,
  decided AND decided_at IS NULL AS unknown
FROM raised;
