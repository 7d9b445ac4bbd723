-- One layer's figures: a hidden one keeps its key and its state, and no number at all. How many
-- are unknown is not told where it is about too few persons.
INSERT INTO ${layer}.indicator_value
SELECT figure_id, indicator_id, definition_version, series, attribution, org_level, org_unit_id,
       period_kind, period_start, stratum, stratum_value, NULL, NULL, value_kind,
       CASE WHEN shown AND NOT valued THEN numerator END,
       CASE WHEN shown AND value_kind <> 'COUNT' THEN denominator END,
       CASE WHEN shown AND NOT (protection AND ${few_unknown}) THEN unknown END,
       CASE WHEN shown AND tells_persons THEN persons END,
       CASE WHEN shown THEN
         CASE value_kind
           WHEN 'COUNT' THEN CAST(numerator AS DOUBLE)
           WHEN 'SHARE' THEN numerator / denominator
           WHEN 'RATE' THEN 1000 * numerator / denominator
           ELSE median
         END
       END,
       CASE WHEN shown THEN
         CASE value_kind WHEN 'SHARE' THEN ${lower} WHEN 'RATE' THEN ${rate_lower} ELSE median_lower END
       END,
       CASE WHEN shown THEN
         CASE value_kind WHEN 'SHARE' THEN ${upper} WHEN 'RATE' THEN ${rate_upper} ELSE median_upper END
       END,
       CASE WHEN shown THEN q1 END,
       CASE WHEN shown THEN q3 END,
       CASE WHEN shown AND value_kind = 'DAYS' THEN open_count END,
       CASE WHEN hidden THEN 'SUPPRESSED' ELSE state END,
       CASE WHEN NOT hidden THEN reason END,
       preliminary
FROM (
  SELECT *, state = 'VALUE' AND NOT hidden AS shown,
         value_kind IN ('DAYS', 'MONTHS', 'SCORE') AS valued
  FROM (SELECT *, state = 'VALUE' AND protection AND (${rule}) AS hidden FROM figure)
);
INSERT INTO ${layer}.indicator_value
SELECT figure_id, indicator_id, definition_version, series, attribution, org_level, org_unit_id,
       period_kind, period_start, stratum, stratum_value, NULL, NULL, value_kind, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'MISSING',
       CASE WHEN source_missing THEN 'SOURCE_MISSING' ELSE 'NO_JOINED_DECISION' END,
       may_change(last_day, maturity_days, delay_days, r.as_of, r.last_known_day)
FROM told
CROSS JOIN run r
WHERE source_missing OR no_decision
