-- Rows of a table by unit, days from event to registration, and days from event to the latest
-- extraction. A row that says it was registered after that tells nothing of when it came.
WITH dated AS (
  SELECT ${unit} AS unit,
         DATE '${latest}' - CAST(r.${event} AS DATE) AS reach,
         greatest(0, CAST(r.${registered} AS DATE) - CAST(r.${event} AS DATE)) AS delay
  FROM ${table} r
  WHERE r.${event} IS NOT NULL AND r.${registered} IS NOT NULL
)
SELECT unit, delay, least(reach, 366) AS reach, count(*) AS rows
FROM dated
WHERE reach >= delay AND reach < 3 * 366
GROUP BY ALL
ORDER BY ALL
