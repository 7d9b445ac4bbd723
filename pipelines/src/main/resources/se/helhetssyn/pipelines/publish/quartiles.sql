-- Kaplan–Meier quartiles of each duration cell from its histogram by whole day: a quantile is the
-- first day on which the share remaining is at most 1 − q. A tolerance keeps exact shares exact.
CREATE TEMP TABLE quartile AS
WITH by_day AS (
  SELECT indicator_id, attribution, org_level, org_unit_id, period_kind, period_start, series,
         stratum, stratum_value, day, sum(closed) AS closed, sum(censored) AS censored
  FROM histogram
  GROUP BY ALL
), at_risk AS (
  SELECT *, sum(closed + censored) OVER cell_from_day AS remaining_rows
  FROM by_day
  WINDOW cell_from_day AS (
    PARTITION BY indicator_id, attribution, org_unit_id, period_kind, period_start, series,
                 stratum, stratum_value
    ORDER BY day DESC)
), survival AS (
  SELECT *, product(1 - closed / remaining_rows) OVER cell_to_day AS share_remaining
  FROM at_risk
  WINDOW cell_to_day AS (
    PARTITION BY indicator_id, attribution, org_unit_id, period_kind, period_start, series,
                 stratum, stratum_value
    ORDER BY day)
)
SELECT indicator_id, attribution, org_level, org_unit_id, period_kind, period_start, series,
       stratum, stratum_value,
       sum(censored) AS open_count,
       min(day) FILTER (share_remaining <= 0.75 + 1e-9) AS q1,
       min(day) FILTER (share_remaining <= 0.50 + 1e-9) AS median,
       min(day) FILTER (share_remaining <= 0.25 + 1e-9) AS q3
FROM survival
GROUP BY ALL
