-- Nodes and periods whose delivery did not come, by the manifest and never by absent rows. A month
-- is delivered to a node when a delivery of the table covers it up to the last known day and names
-- the node, one above it or one below it. A table the manifest does not speak of is delivered.
CREATE TEMP TABLE delivered_month AS
SELECT DISTINCT c.table_name, k.organisation, k.org_unit_id, p.period_start
FROM coverage c
JOIN period p
  ON p.period_kind = 'MONTH'
 AND c.period_from <= p.period_start
 AND c.period_to >= least(p.last_day, (SELECT last_known_day FROM run))
JOIN kinship k ON k.other_id = c.root_org_unit_id;
CREATE TEMP TABLE undelivered AS
WITH months AS (
  SELECT p.period_kind, p.period_start, m.period_start AS month
  FROM period p
  JOIN period m
    ON m.period_kind = 'MONTH' AND m.period_start BETWEEN p.period_start AND p.last_day
)
SELECT DISTINCT t.indicator_id, n.organisation, n.org_unit_id, m.period_kind, m.period_start
FROM indicator_table t
JOIN (SELECT DISTINCT table_name FROM coverage) known ON known.table_name = t.table_name
CROSS JOIN (
  SELECT DISTINCT organisation, org_unit_id FROM node
  WHERE org_level IN ('MUNICIPALITY', 'DIVISION', 'SERVICE_AREA', 'UNIT')) n
CROSS JOIN months m
WHERE NOT EXISTS (
  FROM delivered_month d
  WHERE d.table_name = t.table_name AND d.organisation = n.organisation
    AND d.org_unit_id = n.org_unit_id AND d.period_start = m.month);
-- Units that are alike are undelivered together when each of them is that was there.
INSERT INTO undelivered
SELECT i.indicator_id, a.organisation, a.code, p.period_kind, p.period_start
FROM alike a
JOIN period p ON a.valid_from <= p.last_day AND a.valid_to > p.period_start
CROSS JOIN (SELECT DISTINCT indicator_id FROM undelivered) i
LEFT JOIN undelivered u
  ON u.indicator_id = i.indicator_id AND u.organisation = a.organisation
 AND u.org_unit_id = a.org_unit_id
 AND u.period_kind = p.period_kind AND u.period_start = p.period_start
GROUP BY i.indicator_id, a.organisation, a.code, p.period_kind, p.period_start
HAVING count(*) = count(u.indicator_id);
-- The same by table, for the units that were active in the month.
INSERT INTO delivery_gap
SELECT DISTINCT known.table_name, n.org_unit_id, m.period_start
FROM (SELECT DISTINCT table_name FROM coverage) known
CROSS JOIN (FROM node WHERE org_level = 'UNIT' AND organisation = 'THEN') n
JOIN period m
  ON m.period_kind = 'MONTH' AND n.valid_from <= m.last_day AND n.valid_to > m.period_start
WHERE NOT EXISTS (
  FROM delivered_month d
  WHERE d.table_name = known.table_name AND d.organisation = 'THEN'
    AND d.org_unit_id = n.org_unit_id AND d.period_start = m.period_start)
ORDER BY ALL
