-- A layer from before the core was told has no such column: the name then means the one outside.
SELECT
  d.indicator_id, d.definition_version, d.display_order, d.heading, d.name, d.name_en, d.purpose,
  d.counted, d.direction, d.target, d.target_source, d.maturity_days,
  s.display_order AS series_order, s.series, s.name AS series_name, s.value_kind,
  d.definition,
  coalesce((SELECT core FROM mart.indicator_definition told WHERE told.rowid = d.rowid), TRUE) AS core
FROM (SELECT TRUE AS core) before, mart.indicator_definition d
LEFT JOIN mart.indicator_series s
  ON s.indicator_id = d.indicator_id AND s.definition_version = d.definition_version
