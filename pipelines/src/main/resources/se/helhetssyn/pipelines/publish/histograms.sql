-- Each duration cell's histogram, one row a day, the cells one after the other.
SELECT indicator_id, attribution, org_level, org_unit_id, period_kind, period_start, series,
       stratum, stratum_value,
       (indicator_id, series) IN (FROM closed_series) AS cannot_be_open,
       day, CAST(sum(closed) AS BIGINT) AS closed, CAST(sum(censored) AS BIGINT) AS censored
FROM histogram
GROUP BY ALL
ORDER BY ALL
