-- C02: how conferences spread over twelve months: months with one held, and the longest gap.

INSERT INTO source VALUES ('C02', 'conference');

-- Trap: no local minimum is decided, so the share above it has no rows at all.
INSERT INTO series
SELECT 'C02', name, kind, TRUE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL'
FROM (
  VALUES ('MAIN', 'MONTHS'), ('GAP', 'DAYS'), ('ABOVE_MINIMUM', 'SHARE')) AS n(name, kind);

INSERT INTO series_kind
SELECT 'C02', name, 'ROLLING_12M'
FROM (VALUES ('MAIN'), ('GAP'), ('ABOVE_MINIMUM')) AS n(name);

INSERT INTO series_closed VALUES ('C02', 'GAP');

INSERT INTO counted BY NAME
WITH span AS (
  SELECT period_start AS first_day, period_end AS day
  FROM period
  WHERE period_kind = 'ROLLING_12M' AND NOT unfinished),
-- Trap: a unit that opened or closed within the window has no spread over the year; one that only
-- moved or changed its name has.
whole AS (
  SELECT s.first_day, s.day, n.org_unit_id
  FROM span AS s
  JOIN (
    SELECT org_unit_id, min(valid_from) AS valid_from, max(valid_until) AS valid_until
    FROM node
    WHERE level = 'UNIT'
    GROUP BY ALL) AS n
    ON n.valid_from <= s.first_day AND s.day < n.valid_until
  WHERE EXISTS (
    FROM node AS x
    WHERE x.org_unit_id = n.org_unit_id
      AND x.level = 'UNIT'
      AND NOT x.outside
      AND x.valid_from <= s.day
      AND s.day < x.valid_until)),
-- Trap: the day it was held, never the day it was planned for.
held AS (
  SELECT DISTINCT org_unit_id, local_day(actual_start) AS held_on
  FROM conference
  WHERE status = 'HELD' AND actual_start IS NOT NULL),
inside AS (
  SELECT w.first_day, w.day, w.org_unit_id, h.held_on
  FROM whole AS w
  JOIN held AS h
    ON h.org_unit_id = w.org_unit_id AND h.held_on BETWEEN w.first_day AND w.day),
-- Trap: a unit without any conference has no row to count and is 0 months all the same.
months AS (
  SELECT
    w.first_day,
    w.day,
    w.org_unit_id,
    count(DISTINCT date_trunc('month', i.held_on)) AS days
  FROM whole AS w
  LEFT JOIN inside AS i USING (first_day, day, org_unit_id)
  GROUP BY ALL),
-- From edge to edge of the window: the edges are borders of gaps like a conference is.
border AS (
  SELECT first_day, day, org_unit_id, held_on AS border_on, 1 AS place FROM inside
  UNION ALL
  SELECT first_day, day, org_unit_id, first_day, 0 FROM whole
  UNION ALL
  SELECT first_day, day, org_unit_id, day, 2 FROM whole),
gap AS (
  SELECT first_day, day, org_unit_id, lag(border_on) OVER along AS since, border_on AS until
  FROM border
  WINDOW along AS (PARTITION BY first_day, day, org_unit_id ORDER BY border_on, place)),
-- The days of pause one by one. Trap: two pauses that overlap, or one here and one at the
-- division, are one day; a unit has the pauses of what it belonged to that day.
pause_day AS (
  SELECT DISTINCT k.org_unit_id, p.pause_on
  FROM (
    SELECT
      org_unit_id AS paused_id,
      unnest(
        generate_series(date_from::TIMESTAMP, date_to::TIMESTAMP, INTERVAL 1 DAY))::DATE
        AS pause_on
    FROM unit_calendar
    WHERE kind = 'CONFERENCE_PAUSE') AS p
  JOIN kinship AS k
    ON k.above_id = p.paused_id AND k.since <= p.pause_on AND p.pause_on < k.until),
-- Trap: the days the gap lies between are not in it.
paused AS (
  SELECT g.first_day, g.day, g.org_unit_id, g.since, g.until, count(p.pause_on) AS pause_days
  FROM gap AS g
  LEFT JOIN pause_day AS p
    ON p.org_unit_id = g.org_unit_id AND g.since < p.pause_on AND p.pause_on < g.until
  WHERE g.since IS NOT NULL
  GROUP BY ALL),
-- Fewer than none it never is.
longest AS (
  SELECT first_day, day, org_unit_id, max(greatest(until - since - pause_days, 0)) AS days
  FROM paused
  GROUP BY ALL)
SELECT
  'C02' AS indicator_id,
  series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  TRUE AS numerator,
  TRUE AS denominator,
  FALSE AS unknown,
  days,
  FALSE AS still_open,
  'ROLLING_12M' AS only_period_kind,
  first_day AS only_period_start
FROM (
  SELECT 'MAIN' AS series, * FROM months
  UNION ALL
  SELECT 'GAP', * FROM longest);
