-- D07: special events, by kind.

INSERT INTO source VALUES ('D07', 'special_event');

INSERT INTO series
SELECT 'D07', 'MAIN', 'COUNT', FALSE, FALSE, 0, 'AS_WAS', stratum, stratum_value
FROM (
  VALUES
    ('ALL', 'ALL'),
    ('KIND', 'WORK_ENVIRONMENT'),
    ('KIND', 'PATIENT_SAFETY'),
    ('KIND', 'BOTH')) AS t(stratum, stratum_value);

INSERT INTO counted BY NAME
-- Trap: BOTH is a kind of its own and not counted again in the other two; without a kind an event
-- counts in all. The day it happened, not the day it was documented.
SELECT
  'D07' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  t.stratum,
  t.stratum_value,
  local_day(e.occurred_at) AS day,
  e.org_unit_id,
  TRUE AS numerator,
  FALSE AS denominator,
  FALSE AS unknown
FROM special_event AS e
CROSS JOIN LATERAL (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value
  UNION ALL
  SELECT 'KIND', e.kind WHERE e.kind IS NOT NULL) AS t
WHERE e.occurred_at IS NOT NULL;
