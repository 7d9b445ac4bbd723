-- The two sides that are kept, as files like those of intake, and the account.
COPY (SELECT * EXCLUDE (_file, _side, _reasons) FROM screened WHERE _side = 'TRUSTED')
  TO '${trusted}' (FORMAT parquet);
COPY (SELECT * EXCLUDE (_side) FROM screened WHERE _side = 'QUARANTINED')
  TO '${quarantine}' (FORMAT parquet);
CREATE OR REPLACE TEMP TABLE findings AS
  SELECT _side, finding, count(*) AS row_count
  FROM (
    SELECT _side, unnest(string_split(concat_ws(',', nullif(_reasons, ''), flags), ',')) AS finding
    FROM screened
    WHERE _reasons <> '' OR flags IS NOT NULL
  )
  GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE sides AS
  SELECT _side, count(*) AS row_count FROM screened GROUP BY ALL;
