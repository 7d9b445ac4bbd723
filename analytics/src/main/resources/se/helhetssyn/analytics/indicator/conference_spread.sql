-- How the held conferences of a unit lie in each window of twelve months: in how many calendar
-- months, and the longest time without any, from edge to edge, pauses taken away.
WITH lifetime AS (
  SELECT org_unit_id, min(valid_from) AS opened, max(coalesce(valid_to, DATE '9999-12-31')) AS closed
  FROM org_unit
  WHERE level = 'UNIT' AND coalesce(unit_type, '') <> 'OTHER'
  GROUP BY org_unit_id
), place AS (
  SELECT l.org_unit_id, w.period_start AS window_start, w.period_end AS window_end
  FROM lifetime l
  JOIN instant w
    ON w.calendar = 'WINDOWS' AND l.opened <= w.period_start AND w.period_end < l.closed
), held AS (
  SELECT DISTINCT p.org_unit_id, p.window_start, p.window_end, CAST(c.actual_start AS DATE) AS on_day
  FROM place p
  JOIN conference c ON c.org_unit_id = p.org_unit_id
  WHERE c.status = 'HELD' AND CAST(c.actual_start AS DATE) BETWEEN p.window_start AND p.window_end
), edge AS (
  SELECT org_unit_id, window_start, on_day FROM held
  UNION
  SELECT org_unit_id, window_start, window_start FROM place
  UNION
  SELECT org_unit_id, window_start, window_end FROM place
), gap AS (
  SELECT org_unit_id, window_start, on_day,
         lead(on_day) OVER (PARTITION BY org_unit_id, window_start ORDER BY on_day) AS next_day
  FROM edge
), counted AS (
  SELECT g.org_unit_id, g.window_start, g.on_day, count(DISTINCT d.calendar_day) AS days
  FROM gap g
  JOIN calendar d ON g.on_day < d.calendar_day AND d.calendar_day <= g.next_day
  LEFT JOIN conference_pause p
    ON p.org_unit_id = g.org_unit_id
   AND d.calendar_day BETWEEN p.date_from AND p.date_to
   AND d.calendar_day < g.next_day
  WHERE p.org_unit_id IS NULL
  GROUP BY g.org_unit_id, g.window_start, g.on_day
), longest AS (
  SELECT org_unit_id, window_start, max(days) AS days
  FROM counted
  GROUP BY org_unit_id, window_start
), months AS (
  SELECT org_unit_id, window_start, count(DISTINCT date_trunc('month', on_day)) AS months
  FROM held
  GROUP BY org_unit_id, window_start
)
SELECT p.org_unit_id, p.window_start, p.window_end,
       coalesce(m.months, 0) AS months_held, coalesce(l.days, 0) AS longest_gap
FROM place p
LEFT JOIN months m ON m.org_unit_id = p.org_unit_id AND m.window_start = p.window_start
LEFT JOIN longest l ON l.org_unit_id = p.org_unit_id AND l.window_start = p.window_start
