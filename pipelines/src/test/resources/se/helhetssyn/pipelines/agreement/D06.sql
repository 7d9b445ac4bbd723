-- D06: units whose quarterly review is registered as done.

INSERT INTO source VALUES ('D06', 'quarterly_review');

INSERT INTO series VALUES ('D06', 'MAIN', 'SHARE', TRUE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_kind VALUES ('D06', 'MAIN', 'QUARTER');

INSERT INTO counted BY NAME
-- Trap: every unit there is on the quarter's last day, whether or not it has a row of its own.
WITH unit AS (
  SELECT DISTINCT t.period_start, t.period_end AS day, n.org_unit_id
  FROM period AS t
  JOIN node AS n ON n.valid_from <= t.period_end AND t.period_end < n.valid_until
  WHERE t.period_kind = 'QUARTER' AND NOT t.unfinished AND n.level = 'UNIT' AND NOT n.outside)
-- Trap: compiled is not reviewed. When it was reviewed does not matter, as long as it was by as-of.
SELECT
  'D06' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  u.day,
  u.org_unit_id,
  EXISTS (
    FROM quarterly_review AS q
    WHERE q.org_unit_id = u.org_unit_id
      AND q.quarter_start = u.period_start
      AND local_day(q.reviewed_at) <= getvariable('as_of')) AS numerator,
  TRUE AS denominator,
  FALSE AS unknown,
  'QUARTER' AS only_period_kind,
  u.period_start AS only_period_start
FROM unit AS u;
