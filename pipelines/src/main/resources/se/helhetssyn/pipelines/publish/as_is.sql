-- Nodes that are made of the same rows in either organisation have the same figures in both: only
-- those that are not were counted twice.
CREATE TEMP TABLE same_series AS
SELECT w.series_no, i.series_no AS now_no
FROM series w
JOIN series i USING (indicator_id, series, stratum, stratum_value)
WHERE w.attribution = 'AS_WAS' AND i.attribution = 'AS_IS';
CREATE TEMP TABLE same_place AS
SELECT w.place_no, i.place_no AS now_no
FROM place w
JOIN place i USING (org_level, org_unit_id, period_kind, period_start)
WHERE w.organisation = 'THEN' AND i.organisation = 'NOW' AND w.org_unit_id NOT IN (FROM regrouped);
INSERT INTO cell
SELECT c.* REPLACE (s.now_no AS series_no, p.now_no AS place_no)
FROM cell c
JOIN same_series s USING (series_no)
JOIN same_place p USING (place_no);
INSERT INTO histogram
SELECT h.* REPLACE (s.now_no AS series_no, p.now_no AS place_no)
FROM histogram h
JOIN same_series s USING (series_no)
JOIN same_place p USING (place_no);
INSERT INTO quartile
SELECT q.* REPLACE (s.now_no AS series_no, p.now_no AS place_no)
FROM quartile q
JOIN same_series s USING (series_no)
JOIN same_place p USING (place_no);
INSERT INTO person_days
SELECT d.* REPLACE ('AS_IS' AS attribution, p.now_no AS place_no)
FROM person_days d
JOIN same_place p USING (place_no)
WHERE d.attribution = 'AS_WAS'
