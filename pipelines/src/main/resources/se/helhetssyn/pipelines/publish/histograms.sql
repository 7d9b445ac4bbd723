-- Each duration cell's histogram, one row a day, the cells one after the other.
SELECT h.series_no, h.place_no,
       (s.indicator_id, s.series) IN (FROM closed_series) AS cannot_be_open,
       h.day, CAST(sum(h.closed) AS BIGINT) AS closed, CAST(sum(h.censored) AS BIGINT) AS censored
FROM histogram h
JOIN series s USING (series_no)
GROUP BY ALL
ORDER BY ALL
