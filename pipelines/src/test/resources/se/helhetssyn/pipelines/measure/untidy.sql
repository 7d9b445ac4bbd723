-- Some die, at any time.
UPDATE person
SET death_date = CAST(DATE '2023-01-01' + CAST(chance('dies when', person_key) * 480 AS INTEGER) AS VARCHAR)
WHERE chance('dies', person_key) < 0.06 AND death_date IS NULL;

-- Some are enrolled twice, now and then with another kind of care.
INSERT INTO enrolment BY NAME
SELECT * REPLACE (
  enrolment_id || '-TWICE' AS enrolment_id,
  somewhere(chance('twice at', enrolment_id)) AS org_unit_id,
  CASE WHEN chance('twice how', enrolment_id) < 0.5
    THEN ['RESIDENTIAL', 'HOME_HEALTH', 'HOME_CARE', 'SHORT_TERM'][
      1 + CAST(floor(chance('twice what', enrolment_id) * 4) AS INTEGER)]
    ELSE enrolment_type END AS enrolment_type,
  CAST(CAST(start_date AS DATE) + CAST(chance('twice when', enrolment_id) * 60 AS INTEGER) AS VARCHAR)
    AS start_date)
FROM enrolment
WHERE chance('twice', enrolment_id) < 0.08;

-- Some move in the middle of a period.
CREATE TABLE leaver AS
SELECT
  enrolment_id,
  CAST(DATE '2022-12-01' + CAST(chance('moves when', enrolment_id) * 500 AS INTEGER) AS VARCHAR) AS day
FROM enrolment
WHERE chance('moves', enrolment_id) < 0.12;

INSERT INTO enrolment BY NAME
SELECT e.* REPLACE (
  e.enrolment_id || '-MOVED' AS enrolment_id,
  somewhere(chance('moves to', enrolment_id)) AS org_unit_id,
  l.day AS start_date)
FROM enrolment AS e
JOIN leaver AS l USING (enrolment_id)
WHERE e.start_date < l.day AND (e.end_date IS NULL OR e.end_date > l.day);

UPDATE enrolment
SET end_date = l.day, end_reason = 'OTHER_UNIT'
FROM leaver AS l
WHERE l.enrolment_id = enrolment.enrolment_id
  AND enrolment.start_date < l.day
  AND (enrolment.end_date IS NULL OR enrolment.end_date > l.day);

-- Some are in hospital.
INSERT INTO absence BY NAME
SELECT enrolment_id, CAST(day AS VARCHAR) AS from_date,
  CASE WHEN chance('home', enrolment_id) < 0.9
    THEN CAST(day + CAST(chance('home when', enrolment_id) * 40 AS INTEGER) AS VARCHAR) END AS to_date,
  'HOSPITAL' AS reason
FROM (
  SELECT enrolment_id,
    DATE '2022-10-01' + CAST(chance('ill when', enrolment_id) * 560 AS INTEGER) AS day
  FROM enrolment
  WHERE chance('ill', enrolment_id) < 0.2) AS i
WHERE NOT EXISTS (
  SELECT 1 FROM absence AS a
  WHERE a.enrolment_id = i.enrolment_id AND a.from_date = CAST(i.day AS VARCHAR));

-- What went well the quarter before was gone through at some units.
INSERT INTO quarterly_review BY NAME
SELECT DISTINCT org_unit_id, quarter_start,
  CAST(CAST(quarter_start AS DATE) + 100 AS VARCHAR) AS reviewed_at
FROM org_unit, (VALUES ('2022-10-01'), ('2023-01-01'), ('2023-04-01'), ('2023-07-01'),
  ('2023-10-01'), ('2024-01-01')) AS q (quarter_start)
WHERE level = 'UNIT' AND chance('reviewed', org_unit_id || quarter_start) < 0.6;

-- Some rows come twice.
INSERT INTO deviation SELECT * FROM deviation WHERE chance('again', deviation_id) < 0.02;
INSERT INTO risk_assessment SELECT * FROM risk_assessment WHERE chance('again', assessment_id) < 0.02;
