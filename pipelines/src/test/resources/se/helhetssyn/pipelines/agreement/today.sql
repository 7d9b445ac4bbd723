-- The organisation of the last known day, in which what is told in AS_WAS is told once more, as
-- AS_IS. Written from decision 15 alone.

-- Who follows whom. Trap: a change after the last known day has not happened, and one that keeps
-- the node is none.
CREATE TABLE succession AS
SELECT predecessor_id, successor_id, change_date
FROM org_succession, run
WHERE predecessor_id <> successor_id AND change_date <= last_day;

CREATE TABLE ended_node AS
SELECT org_unit_id, max(valid_until) AS end_day, arg_max(parent_id, valid_from) AS parent_id
FROM node, run
GROUP BY org_unit_id
HAVING bool_and(valid_until <= last_day);

-- One step from an ended node: to what follows upon the first change after a day, or upon the last
-- one; from a node that is closed without a successor to the one that held it.
-- Trap: a unit that goes on keeps its rows, whoever took a part of it over.
CREATE TABLE step AS
WITH moment AS (
  SELECT DISTINCT predecessor_id, change_date FROM succession),
spell AS (
  SELECT
    predecessor_id,
    change_date,
    lag(change_date, 1, '-infinity'::DATE) OVER history AS since,
    CASE WHEN lead(change_date) OVER history IS NULL THEN 'infinity'::DATE ELSE change_date END
      AS until
  FROM moment
  WINDOW history AS (PARTITION BY predecessor_id ORDER BY change_date))
SELECT e.org_unit_id, p.since, p.until, s.successor_id AS next_id, p.change_date AS next_day
FROM ended_node AS e
JOIN spell AS p ON p.predecessor_id = e.org_unit_id
JOIN succession AS s ON s.predecessor_id = p.predecessor_id AND s.change_date = p.change_date
UNION ALL
SELECT e.org_unit_id, '-infinity'::DATE, 'infinity'::DATE, e.parent_id, e.end_day
FROM ended_node AS e
WHERE e.org_unit_id NOT IN (SELECT predecessor_id FROM succession);

CREATE TABLE kinship_today AS
SELECT org_unit_id, outside, above_id, count(*) OVER (PARTITION BY org_unit_id) AS depth
FROM kinship, run
WHERE since <= last_day AND last_day < until;

-- The node that carries a node's rows of [since, until) on today. Trap: where several do, it is the
-- lowest one that holds them all.
CREATE TABLE today_node AS
WITH RECURSIVE way AS (
  SELECT DISTINCT
    org_unit_id, '-infinity'::DATE AS since, 'infinity'::DATE AS until, org_unit_id AS at_id,
    NULL::DATE AS at_day
  FROM node
  ANTI JOIN ended_node USING (org_unit_id)
  UNION
  SELECT org_unit_id, since, until, next_id, next_day FROM step
  UNION
  SELECT w.org_unit_id, w.since, w.until, s.next_id, greatest(w.at_day, s.next_day)
  FROM way AS w
  JOIN step AS s ON s.org_unit_id = w.at_id AND s.since <= w.at_day AND w.at_day < s.until),
carrier AS (
  SELECT DISTINCT org_unit_id, since, until, at_id
  FROM way
  ANTI JOIN ended_node AS e ON e.org_unit_id = at_id),
holder AS (
  SELECT c.org_unit_id, c.since, c.until, k.above_id, count(*) AS held
  FROM carrier AS c
  JOIN kinship_today AS k ON k.org_unit_id = c.at_id
  GROUP BY ALL),
carriers AS (
  SELECT org_unit_id, since, until, count(*) AS all_of_them FROM carrier GROUP BY ALL)
SELECT h.org_unit_id, h.since, h.until, arg_max(h.above_id, a.depth) AS now_id
FROM holder AS h
JOIN carriers AS c USING (org_unit_id, since, until)
JOIN (SELECT DISTINCT org_unit_id, depth FROM kinship_today) AS a ON a.org_unit_id = h.above_id
WHERE h.held = c.all_of_them
GROUP BY ALL;

-- The nodes above one today, and the type and provider form it has today. A unit of type OTHER is
-- out.
CREATE TABLE today_above AS
SELECT org_unit_id AS now_id, 'TREE' AS grain, above_id AS node_id
FROM kinship_today
WHERE NOT outside
UNION ALL
SELECT org_unit_id, grain, node_id
FROM type_node, run
WHERE since <= last_day AND last_day < until;
