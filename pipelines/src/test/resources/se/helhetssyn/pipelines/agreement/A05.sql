-- A05: actions after deviations that were followed up within 60 days, and how many had effect.

INSERT INTO source VALUES ('A05', 'deviation_action'), ('A05', 'deviation');

INSERT INTO series
SELECT 'A05', unnest(['MAIN', 'EFFECTIVE']), 'SHARE', FALSE, FALSE, 60, 'AS_WAS', 'ALL', 'ALL';

INSERT INTO series_person VALUES ('A05', 'MAIN'), ('A05', 'EFFECTIVE');

INSERT INTO counted BY NAME
WITH done AS (
  -- Trap: the action counts when it was done, at the deviation's unit, by each action for itself.
  SELECT
    d.org_unit_id,
    d.person_key,
    a.done_at AS day,
    a.followed_up_at,
    coalesce(a.effect, 'NOT_EVALUATED') AS effect
  FROM deviation_action AS a
  JOIN deviation AS d USING (deviation_id)
  WHERE a.done_at IS NOT NULL AND d.status <> 'REJECTED' AND d.law <> 'LSS'),
answers AS (
  -- Trap: a follow-up before the action was done is none.
  SELECT
    'MAIN' AS series,
    day,
    org_unit_id,
    person_key,
    coalesce(followed_up_at - day BETWEEN 0 AND 60, FALSE) AS numerator,
    FALSE AS unknown
  FROM done
  UNION ALL
  -- Trap: the effect is asked for of all that was followed up, early or late; what nobody has
  -- judged stays below the line.
  SELECT
    'EFFECTIVE',
    day,
    org_unit_id,
    person_key,
    effect = 'EFFECTIVE',
    effect = 'NOT_EVALUATED'
  FROM done, run
  WHERE followed_up_at <= as_of)
SELECT
  'A05' AS indicator_id,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  *,
  TRUE AS denominator
FROM answers;
