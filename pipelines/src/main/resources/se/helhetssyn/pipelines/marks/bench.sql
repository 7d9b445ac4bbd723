-- What the rules share. Every figure that a rule depends on stands here and nowhere else.
SET VARIABLE other_share = 0.10;                -- DQ34: a larger share of a unit's deviations in OTHER
SET VARIABLE event_days = 1;                    -- DQ35: days between two reports of one event
SET VARIABLE conference_gap = INTERVAL 2 HOURS; -- DQ41: between two starts of one conference
SET VARIABLE months_before = 12;                -- DQ38: months that a silent one is held against
SET VARIABLE least_mean = 5;                    -- DQ38: rows a month in them

-- The extract that rows come from, if it is the same for all of them.
CREATE MACRO common(extract) AS CASE WHEN min(extract) = max(extract) THEN min(extract) END;

CREATE TABLE delivered (table_name VARCHAR, root VARCHAR, first_day DATE, last_day DATE);

CREATE TABLE mark (
  rule VARCHAR,
  table_name VARCHAR,
  record_key VARCHAR,
  org_unit_id VARCHAR,
  extract_id VARCHAR,
  code VARCHAR);
