-- What only the internal layer holds: histograms of durations, and support of every shown figure.
INSERT INTO ${layer}.duration_histogram
SELECT f.figure_id, h.day, sum(h.closed), sum(h.censored)
FROM histogram h
JOIN figure f ON f.series_no = h.series_no AND f.place_no = h.place_no
WHERE f.state = 'VALUE'
GROUP BY f.figure_id, h.day
ORDER BY f.figure_id, h.day;
INSERT INTO ${layer}.cell_support
SELECT figure_id, persons_numerator, persons_rest, largest, second_largest
FROM figure
WHERE state = 'VALUE' AND protection
ORDER BY figure_id
