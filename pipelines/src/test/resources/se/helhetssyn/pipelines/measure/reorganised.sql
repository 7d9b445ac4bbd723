-- Moved within a month, and at the first of one.
UPDATE org_unit SET valid_to = '${day0}' WHERE org_unit_id = '${unit0}';
INSERT INTO org_unit BY NAME
SELECT * REPLACE ('${area}' AS parent_id, '${day0}' AS valid_from, NULL AS valid_to)
FROM org_unit WHERE org_unit_id = '${unit0}';
INSERT INTO org_succession VALUES ('${unit0}', '${unit0}', '${day0}', 'MOVE');

UPDATE org_unit SET valid_to = '${month1}' WHERE org_unit_id = '${unit1}';
INSERT INTO org_unit BY NAME
SELECT * REPLACE ('${other_area}' AS parent_id, '${month1}' AS valid_from, NULL AS valid_to)
FROM org_unit WHERE org_unit_id = '${unit1}';

-- Two become one, after whose first day rows still name them.
UPDATE org_unit SET valid_to = '${day2}' WHERE org_unit_id IN ('${unit2}', '${unit3}');
INSERT INTO org_unit BY NAME
SELECT * REPLACE (
  'M-MERGED' AS org_unit_id, 'M-MERGED' AS unit_code, NULL AS hsa_id, '${day2}' AS valid_from,
  NULL AS valid_to)
FROM org_unit WHERE org_unit_id = '${unit2}';
INSERT INTO org_succession VALUES
  ('${unit2}', 'M-MERGED', '${day2}', 'MERGE'), ('${unit3}', 'M-MERGED', '${day2}', 'MERGE');

-- For some time of a type that is left out.
UPDATE org_unit SET valid_to = '${month4}' WHERE org_unit_id = '${unit4}';
INSERT INTO org_unit BY NAME
SELECT * REPLACE (
  'OTHER' AS unit_type, '${month4}' AS valid_from,
  CAST(DATE '${month4}' + 40 AS VARCHAR) AS valid_to)
FROM org_unit WHERE org_unit_id = '${unit4}';
INSERT INTO org_unit BY NAME
SELECT * REPLACE (CAST(DATE '${month4}' + 40 AS VARCHAR) AS valid_from, NULL AS valid_to)
FROM org_unit WHERE org_unit_id = '${unit4}' AND unit_type <> 'OTHER';

-- Run by somebody else, and another kind of unit.
UPDATE org_unit SET valid_to = '${day5}' WHERE org_unit_id = '${unit5}';
INSERT INTO org_unit BY NAME
SELECT * REPLACE (
  CASE WHEN unit_type = 'HOME_CARE' THEN 'RESIDENTIAL_CARE' ELSE 'HOME_CARE' END AS unit_type,
  CASE WHEN provider_form = 'OWN' THEN 'EXTERNAL' ELSE 'OWN' END AS provider_form,
  '${day5}' AS valid_from, NULL AS valid_to)
FROM org_unit WHERE org_unit_id = '${unit5}';
