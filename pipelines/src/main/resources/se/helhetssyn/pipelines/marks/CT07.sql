-- Rows that point at a row that is not there.
CREATE OR REPLACE TEMP VIEW held AS
SELECT ${key} AS record_key, ${unit} AS unit, extract_id, ${columns}
FROM ${table}
WHERE ${present};

CREATE OR REPLACE TEMP VIEW found AS
SELECT record_key, unit AS org_unit_id, extract_id, 'REFERENCE:${columns}' AS code
FROM held
ANTI JOIN ${target} AS target ON ${match};
