-- What became of the rows of an older full load in a newer one, by key. Rows are held against each
-- other as they were delivered; one of the older load that the newer does not cover is not gone.
WITH said AS (
  SELECT
    row(${key}) AS row_key,
    _load IN (${newer}) AS is_newer,
    coalesce(_compared, md5(concat_ws(chr(31), ${content}))) AS content,
    ${covered} AS is_covered
  FROM read_parquet(${files}, union_by_name = TRUE)
  WHERE _load IN (${newer}, ${older})),
told AS (
  SELECT
    list_sort(list(DISTINCT content) FILTER (WHERE is_newer)) AS newer,
    list_sort(list(DISTINCT content) FILTER (WHERE NOT is_newer)) AS older,
    bool_or(is_covered) AS is_covered
  FROM said
  GROUP BY row_key)
SELECT
  count(*) FILTER (WHERE newer = older),
  count(*) FILTER (WHERE newer <> older),
  count(*) FILTER (WHERE older IS NULL),
  count(*) FILTER (WHERE newer IS NULL AND is_covered)
FROM told;
