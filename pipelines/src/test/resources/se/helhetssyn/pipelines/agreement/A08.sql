-- A08: combinations of unit, category and subcategory that came back: at least three deviations
-- within 90 days that end with one of them, and at least two persons.

INSERT INTO source VALUES ('A08', 'deviation');

INSERT INTO series VALUES ('A08', 'MAIN', 'COUNT', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO counted BY NAME
WITH reported AS (
  -- Trap: a category without subcategories is a combination of its own.
  SELECT
    org_unit_id,
    category,
    coalesce(subcategory, '') AS subcategory,
    person_key,
    local_day(reported_at) AS day
  FROM deviation
  WHERE status <> 'REJECTED' AND law <> 'LSS'),
last_of_window AS (
  SELECT DISTINCT org_unit_id, category, subcategory, day FROM reported),
-- Trap: 90 days are the day itself and the 89 before it, also those before the period. A deviation
-- not tied to a person is one of the three but not one of the persons.
repeat AS (
  SELECT l.org_unit_id, l.category, l.subcategory, l.day
  FROM last_of_window AS l
  JOIN reported AS r
    ON r.org_unit_id IS NOT DISTINCT FROM l.org_unit_id
    AND r.category = l.category
    AND r.subcategory = l.subcategory
    AND r.day BETWEEN l.day - 89 AND l.day
  GROUP BY ALL
  HAVING count(*) >= 3 AND count(DISTINCT r.person_key) >= 2)
-- Trap: once in each period, however many windows end in it; so a quarter is not the sum of its
-- months, though an area is the sum of its units. It stands on its first day in the period.
SELECT
  'A08' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  min(w.day) AS day,
  w.org_unit_id,
  TRUE AS numerator,
  FALSE AS denominator,
  FALSE AS unknown,
  p.period_kind AS only_period_kind,
  p.period_start AS only_period_start
FROM repeat AS w
JOIN period AS p ON w.day BETWEEN p.period_start AND p.period_end
GROUP BY w.org_unit_id, w.category, w.subcategory, p.period_kind, p.period_start;
