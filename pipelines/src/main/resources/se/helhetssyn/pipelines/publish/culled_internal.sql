-- What only the internal layer holds of the figures that were carried over.
INSERT INTO ${layer}.duration_histogram
SELECT c.figure_id, h.* EXCLUDE (figure_id)
FROM former.duration_histogram h
JOIN carried c ON c.former_id = h.figure_id
ORDER BY c.figure_id, h.day;
INSERT INTO ${layer}.cell_support
SELECT c.figure_id, s.* EXCLUDE (figure_id)
FROM former.cell_support s
JOIN carried c ON c.former_id = s.figure_id
ORDER BY c.figure_id
