-- What only the internal layer holds: histograms of durations, and support of every shown figure.
INSERT INTO ${layer}.duration_histogram
SELECT f.figure_id, h.day, sum(h.closed), sum(h.censored)
FROM histogram h
JOIN figure f
  ON f.indicator_id = h.indicator_id AND f.series = h.series AND f.stratum = h.stratum
 AND f.stratum_value = h.stratum_value AND f.attribution = h.attribution
 AND f.org_unit_id = h.org_unit_id AND f.org_level = h.org_level
 AND f.period_kind = h.period_kind AND f.period_start = h.period_start
WHERE f.state = 'VALUE'
GROUP BY f.figure_id, h.day
ORDER BY f.figure_id, h.day;
INSERT INTO ${layer}.cell_support
SELECT figure_id, persons_numerator, persons_rest, largest, second_largest
FROM figure
WHERE state = 'VALUE' AND protection
ORDER BY figure_id
