-- Pairs of a deviation under each law that may be one event: same person, same category, near days.
CREATE OR REPLACE TEMP VIEW held AS
SELECT
  deviation_id,
  law,
  person_key,
  category,
  org_unit_id,
  extract_id,
  CAST(occurred_at AS DATE) AS day
FROM deviation
WHERE law IN ('HSL', 'SOL') AND person_key IS NOT NULL AND occurred_at IS NOT NULL;

CREATE OR REPLACE TEMP VIEW found AS
SELECT
  least(h.deviation_id, s.deviation_id) || '+' || greatest(h.deviation_id, s.deviation_id)
    AS record_key,
  h.org_unit_id,
  h.extract_id,
  'POSSIBLE_SAME_EVENT' AS code
FROM held AS h
JOIN held AS s
  ON h.law = 'HSL'
  AND s.law = 'SOL'
  AND s.person_key = h.person_key
  AND s.category = h.category
  AND abs(s.day - h.day) <= getvariable('event_days');
