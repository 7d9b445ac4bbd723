-- Nodes that are made of the same rows in either organisation have the same figures in both: only
-- those that are not were counted twice.
INSERT INTO cell
SELECT * REPLACE ('AS_IS' AS attribution)
FROM cell
WHERE attribution = 'AS_WAS' AND org_unit_id NOT IN (FROM regrouped);
INSERT INTO histogram
SELECT * REPLACE ('AS_IS' AS attribution)
FROM histogram
WHERE attribution = 'AS_WAS' AND org_unit_id NOT IN (FROM regrouped);
INSERT INTO quartile
SELECT * REPLACE ('AS_IS' AS attribution)
FROM quartile
WHERE attribution = 'AS_WAS' AND org_unit_id NOT IN (FROM regrouped);
INSERT INTO person_days
SELECT * REPLACE ('AS_IS' AS attribution)
FROM person_days
WHERE attribution = 'AS_WAS' AND org_unit_id NOT IN (FROM regrouped)
