-- One layer's figures: a hidden one keeps its key and its state, and no number at all. How many
-- are unknown is not told where it is about too few persons.
INSERT INTO ${layer}.indicator_value
SELECT f.figure_id, s.indicator_id, s.definition_version, s.series, s.attribution, p.org_level,
       p.org_unit_id, p.period_kind, p.period_start, s.stratum, s.stratum_value, NULL, NULL,
       f.value_kind,
       CASE WHEN shown AND NOT valued THEN numerator END,
       CASE WHEN shown AND f.value_kind <> 'COUNT' THEN denominator END,
       CASE WHEN shown AND NOT (f.protection AND ${few_unknown}) THEN unknown END,
       CASE WHEN shown AND tells_persons THEN persons END,
       CASE WHEN shown THEN
         CASE f.value_kind
           WHEN 'COUNT' THEN CAST(numerator AS DOUBLE)
           WHEN 'SHARE' THEN numerator / denominator
           WHEN 'RATE' THEN 1000 * numerator / denominator
           ELSE median
         END
       END,
       CASE WHEN shown THEN
         CASE f.value_kind WHEN 'SHARE' THEN ${lower} WHEN 'RATE' THEN ${rate_lower} ELSE median_lower END
       END,
       CASE WHEN shown THEN
         CASE f.value_kind WHEN 'SHARE' THEN ${upper} WHEN 'RATE' THEN ${rate_upper} ELSE median_upper END
       END,
       CASE WHEN shown THEN q1 END,
       CASE WHEN shown THEN q3 END,
       CASE WHEN shown AND f.value_kind = 'DAYS' THEN open_count END,
       CASE WHEN hidden THEN 'SUPPRESSED' ELSE state END,
       CASE WHEN NOT hidden THEN reason END,
       preliminary
FROM (
  SELECT *, state = 'VALUE' AND NOT hidden AS shown,
         value_kind IN ('DAYS', 'MONTHS', 'SCORE') AS valued
  FROM (SELECT *, state = 'VALUE' AND protection AND (${rule}) AS hidden FROM figure)
) f
JOIN series s USING (series_no)
JOIN place p USING (place_no);
INSERT INTO ${layer}.indicator_value
SELECT t.figure_id, s.indicator_id, s.definition_version, s.series, s.attribution, p.org_level,
       p.org_unit_id, p.period_kind, p.period_start, s.stratum, s.stratum_value, NULL, NULL,
       s.value_kind, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'MISSING',
       CASE WHEN s.source_missing THEN 'SOURCE_MISSING' ELSE 'NO_JOINED_DECISION' END,
       may_change(p.last_day, s.maturity_days, s.delay_days, r.as_of, r.last_known_day)
FROM told t
JOIN series s USING (series_no)
JOIN place p USING (place_no)
CROSS JOIN run r
WHERE s.source_missing OR s.no_decision
