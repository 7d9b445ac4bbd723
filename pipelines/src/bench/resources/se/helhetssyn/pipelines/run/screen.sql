-- One table as intake screens it: read as text, given its types, checked row by row, held against
-- its own rows and against the known units; each row ends on one side.
CREATE OR REPLACE TEMP TABLE screened AS
WITH delivered AS (
  SELECT * FROM read_csv(${files},
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', filename = '_file')
), typed AS (
  SELECT ${typed}, _file,
    row_number() OVER (PARTITION BY ${columns} ORDER BY _file) AS _copy
  FROM delivered
), checked AS (
  SELECT *, concat_ws(',', ${reasons}) AS _found, ${protected} AS _protected
  FROM typed
), held AS (
  SELECT *, count(*) OVER (PARTITION BY ${key}, _copy = 1 AND _found = '' AND NOT _protected) AS _holders
  FROM checked
)
SELECT ${columns}, nullif(concat_ws(',', ${flags}), '') AS flags, _file,
  CASE WHEN _found = '' AND _copy = 1 AND _holders > 1 THEN 'KEY_REPEATED' ELSE _found END AS _reasons,
  CASE WHEN _protected THEN 'DROPPED'
       WHEN _copy > 1 THEN 'DUPLICATE'
       WHEN _found <> '' OR _holders > 1 THEN 'QUARANTINED'
       ELSE 'TRUSTED' END AS _side
FROM held
