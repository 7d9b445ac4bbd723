-- The Parquet files of a Delta table at a version: what its log has added and not removed.
SET VARIABLE files = (
  WITH action AS (
    SELECT
      url_decode(add.path) AS added,
      add.deletionVector IS NOT NULL AS has_deletions,
      url_decode(remove.path) AS removed
    FROM read_json(
      getvariable('folder') || '/_delta_log/*.json',
      format = 'newline_delimited',
      filename = 'log',
      columns = {
        add: 'STRUCT(path VARCHAR, deletionVector JSON)',
        remove: 'STRUCT(path VARCHAR)'})
    WHERE parse_filename(log, TRUE)::BIGINT <= getvariable('version'))
  SELECT
    CASE
      WHEN bool_or(has_deletions) THEN error('deletion vectors are not read')
      ELSE list(getvariable('folder') || '/' || added ORDER BY added)
    END
  FROM action
  WHERE added IS NOT NULL
    AND added NOT IN (SELECT removed FROM action WHERE removed IS NOT NULL));
