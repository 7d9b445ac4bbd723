-- Rows that point at a row that is not there.
SELECT count(*) FROM read_parquet('${child}') AS child
WHERE ${pointing}
  AND NOT EXISTS (SELECT 1 FROM read_parquet('${parent}') AS parent WHERE ${match})
