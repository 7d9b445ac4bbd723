-- Months without a row at a unit that has had several a month in all the months before. Only whole
-- calendar months count that were delivered and over at the latest extraction.
CREATE OR REPLACE TEMP VIEW held AS
WITH RECURSIVE below AS (
  SELECT DISTINCT org_unit_id AS root, org_unit_id AS unit
  FROM org_unit
  UNION
  SELECT root, org_unit_id
  FROM below
  JOIN org_unit ON parent_id = unit),
day AS (
  SELECT DISTINCT
    root,
    CAST(unnest(generate_series(
      first_day, least(last_day, getvariable('latest')), INTERVAL 1 DAY)) AS DATE) AS day
  FROM delivered
  WHERE table_name = '${table}'),
month AS (
  SELECT root, date_trunc('month', day) AS month
  FROM day
  GROUP BY ALL
  HAVING count(*) = max(day(last_day(day)))),
unit AS (
  SELECT org_unit_id AS unit, common(extract_id) AS extract_id
  FROM ${table}
  WHERE org_unit_id IS NOT NULL
  GROUP BY org_unit_id),
place AS (
  SELECT DISTINCT unit, extract_id, month
  FROM unit
  LEFT JOIN below USING (unit)
  JOIN month ON month.root IS NULL OR month.root = below.root),
seen AS (
  SELECT org_unit_id AS unit, date_trunc('month', CAST(${date} AS DATE)) AS month, count(*) AS rows
  FROM ${table}
  GROUP BY ALL),
follow AS (
  SELECT
    unit,
    extract_id,
    month,
    coalesce(rows, 0) AS rows,
    sum(coalesce(rows, 0)) OVER before AS rows_before,
    count(*) OVER before AS months_before
  FROM place
  LEFT JOIN seen USING (unit, month)
  WINDOW before AS (
    PARTITION BY unit
    ORDER BY month
    RANGE BETWEEN to_months(getvariable('months_before')) PRECEDING
      AND INTERVAL 1 MONTH PRECEDING))
FROM follow
WHERE months_before = getvariable('months_before');

CREATE OR REPLACE TEMP VIEW found AS
SELECT
  unit || '|' || strftime(month, '%Y-%m') AS record_key,
  unit AS org_unit_id,
  extract_id,
  'SUDDEN_ZERO' AS code
FROM held
WHERE rows = 0 AND rows_before >= getvariable('least_mean') * months_before;
