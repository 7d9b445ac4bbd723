SELECT
  d.indicator_id, d.definition_version, d.display_order, d.heading, d.name, d.name_en, d.purpose,
  d.counted, d.direction, d.target, d.target_source, d.maturity_days,
  s.display_order AS series_order, s.series, s.name AS series_name, s.value_kind,
  d.definition
FROM mart.indicator_definition d
LEFT JOIN mart.indicator_series s
  ON s.indicator_id = d.indicator_id AND s.definition_version = d.definition_version
