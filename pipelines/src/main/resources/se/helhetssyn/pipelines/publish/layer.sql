-- One layer's figures: a hidden one keeps its key and its state, and no number at all. How many
-- are unknown is not told where it is about too few persons.
INSERT INTO ${layer}.indicator_value
SELECT figure_id, indicator_id, definition_version, series, attribution, org_level, org_unit_id,
       period_kind, period_start, stratum, stratum_value, NULL, NULL, value_kind,
       CASE WHEN shown AND value_kind <> 'DAYS' THEN numerator END,
       CASE WHEN shown AND value_kind <> 'COUNT' THEN denominator END,
       CASE WHEN shown AND NOT (protection AND ${few_unknown}) THEN unknown END,
       CASE WHEN shown AND counts_persons THEN persons END,
       CASE WHEN shown THEN
         CASE value_kind
           WHEN 'COUNT' THEN CAST(numerator AS DOUBLE)
           WHEN 'DAYS' THEN CAST(median AS DOUBLE)
           ELSE numerator / denominator
         END
       END,
       CASE WHEN shown THEN CASE value_kind WHEN 'SHARE' THEN ${lower} ELSE median_lower END END,
       CASE WHEN shown THEN CASE value_kind WHEN 'SHARE' THEN ${upper} ELSE median_upper END END,
       CASE WHEN shown THEN CAST(q1 AS DOUBLE) END,
       CASE WHEN shown THEN CAST(q3 AS DOUBLE) END,
       CASE WHEN shown THEN open_count END,
       CASE WHEN hidden THEN 'SUPPRESSED' ELSE state END,
       CASE WHEN NOT hidden THEN reason END,
       preliminary
FROM (
  SELECT *, state = 'VALUE' AND NOT hidden AS shown
  FROM (SELECT *, state = 'VALUE' AND protection AND (${rule}) AS hidden FROM figure)
);
INSERT INTO ${layer}.indicator_value
SELECT (SELECT count(*) FROM figure) + (s.series_no - 1) * (SELECT count(*) FROM place) + p.place_no,
       s.indicator_id, s.definition_version,
       s.series, s.attribution, p.org_level, p.org_unit_id, p.period_kind, p.period_start,
       s.stratum, s.stratum_value, NULL, NULL, s.value_kind, NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, 'MISSING', 'SOURCE_MISSING',
       may_change(p.last_day, s.maturity_days, s.delay_days, r.as_of, r.last_known_day)
FROM missing_series s
JOIN place p ON p.organisation = organisation_of(s.attribution)
CROSS JOIN run r
WHERE NOT (s.at_period_ends AND p.last_day > r.last_known_day)
