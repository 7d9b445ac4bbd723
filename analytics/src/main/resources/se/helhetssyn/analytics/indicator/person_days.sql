-- Days at the unit responsible, by whole spans of time in which the organisation stands still; days
-- in hospital are none.
SELECT t.person_key, t.span_start, t.unit, t.geographical_unit,
       t.days - sum(CASE WHEN h.person_key IS NULL THEN 0 ELSE ${away} END) AS days
FROM (
  SELECT r.person_key, d.span_start, r.unit, r.geographical_unit,
         greatest(r.from_day, d.span_start) AS first_day,
         least(r.to_day, d.span_end) AS end_day,
         ${here} AS days
  FROM responsibility r
  JOIN span d ON r.from_day < d.span_end AND d.span_start < r.to_day
  WHERE r.present
) t
LEFT JOIN hospital_interval h
  ON h.person_key = t.person_key AND h.from_day < t.end_day AND t.first_day < h.to_day
GROUP BY t.person_key, t.span_start, t.unit, t.geographical_unit, t.first_day, t.end_day, t.days
