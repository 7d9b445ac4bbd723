-- What each series is told of: of rows when they happen (EVENT), or of what its instant says.
CREATE TABLE told (
  indicator VARCHAR,
  series VARCHAR,
  instant VARCHAR,
  weighs VARCHAR,
  of_units VARCHAR,
  kinds VARCHAR,
  levels VARCHAR);

CREATE MACRO is_among(word, words) AS list_contains(string_split(words, ' '), word);

CREATE MACRO kind_months(kind) AS CASE kind WHEN 'MONTH' THEN 1 WHEN 'QUARTER' THEN 3 ELSE 12 END;

-- How a cell is spoken of.
CREATE MACRO cell_name(indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start) AS
  concat_ws(' ', indicator, series, stratum || '/' || stratum_value, attribution, level, node, kind,
    period_start);
