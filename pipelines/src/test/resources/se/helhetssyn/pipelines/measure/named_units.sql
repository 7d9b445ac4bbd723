-- A unit below every node that is none, down through all levels; of no type, and run by nobody told.
CREATE TABLE named_above AS
SELECT org_unit_id, any_value(level) AS level FROM named.org_unit WHERE level <> 'UNIT' GROUP BY ALL;

INSERT INTO named.org_unit BY NAME
SELECT
  org_unit_id || '+' || l.level AS org_unit_id,
  l.level AS level,
  CASE WHEN l.above = a.level THEN org_unit_id ELSE org_unit_id || '+' || l.above END AS parent_id,
  DATE '2000-01-01' AS valid_from
FROM named_above AS a
JOIN (VALUES ('MUNICIPALITY', 1), ('DIVISION', 2), ('SERVICE_AREA', 3)) AS d (level, depth)
  ON d.level = a.level
JOIN (VALUES ('DIVISION', 'MUNICIPALITY', 2), ('SERVICE_AREA', 'DIVISION', 3),
  ('UNIT', 'SERVICE_AREA', 4)) AS l (level, above, depth)
  ON l.depth > d.depth;
