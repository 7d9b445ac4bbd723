-- Figures whose rows have been taken away, as the generation before told them, under ids beyond the
-- others; and the definitions they were counted by, where those are not in force any more.
CREATE OR REPLACE TEMP TABLE carried AS
SELECT figure_id AS former_id,
       (SELECT coalesce(max(figure_id), 0) FROM ${layer}.indicator_value)
         + row_number() OVER (ORDER BY figure_id) AS figure_id,
       indicator_id, definition_version
FROM former.indicator_value
WHERE period_start < DATE '${culled}';
INSERT INTO ${layer}.indicator_value
SELECT c.figure_id, f.* EXCLUDE (figure_id)
FROM former.indicator_value f
JOIN carried c ON c.former_id = f.figure_id
ORDER BY c.figure_id;
INSERT INTO ${layer}.indicator_definition BY NAME
FROM former.indicator_definition
WHERE (indicator_id, definition_version)
        IN (SELECT (indicator_id, definition_version) FROM carried)
  AND (indicator_id, definition_version)
        NOT IN (SELECT (indicator_id, definition_version) FROM ${layer}.indicator_definition);
INSERT INTO ${layer}.indicator_series
FROM former.indicator_series
WHERE (indicator_id, definition_version)
        IN (SELECT (indicator_id, definition_version) FROM carried)
  AND (indicator_id, definition_version)
        NOT IN (SELECT (indicator_id, definition_version) FROM ${layer}.indicator_series)
