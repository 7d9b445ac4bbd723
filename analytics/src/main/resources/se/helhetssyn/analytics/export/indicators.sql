SELECT v.*, o.name AS org_unit_name, d.name AS indicator_name, s.name AS series_name
FROM mart.indicator_value v
LEFT JOIN (
  SELECT org_unit_id, level, arg_max(name, valid_from) AS name
  FROM mart.org_unit
  GROUP BY org_unit_id, level
) o ON o.org_unit_id = v.org_unit_id AND o.level = v.org_level
LEFT JOIN mart.indicator_definition d
  ON d.indicator_id = v.indicator_id AND d.definition_version = v.definition_version
LEFT JOIN mart.indicator_series s
  ON s.indicator_id = v.indicator_id AND s.definition_version = v.definition_version
  AND s.series = v.series
