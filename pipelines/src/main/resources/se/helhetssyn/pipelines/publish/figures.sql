-- Every figure before protection, whether or not anything happened; those without source are
-- added last. Numbers are kept where the state is VALUE.
-- The zero of a unit that suddenly has no rows in a month is not believed; what the month is part of
-- and the nodes above the unit are told as they are.
CREATE TEMP TABLE figure AS
WITH suspect AS (
  SELECT DISTINCT t.indicator_id, s.org_unit_id, s.period_start
  FROM silent_month s
  JOIN indicator_table t USING (table_name)
), expected AS (
  SELECT t.figure_id, t.series_no, t.place_no, s.value_kind, s.is_distinct, s.of_persons,
         s.stratum, s.stratum_value, s.attribution, s.indicator_id, s.protection, s.sensitive,
         s.maturity_days, s.delay_days, p.organisation, p.org_level, p.org_unit_id,
         p.period_kind, p.period_start, p.last_day, r.as_of, r.last_known_day,
         p.last_day + s.maturity_days > r.as_of AS part_mature,
         p.period_start + s.maturity_days > r.as_of AS not_mature
  FROM told t
  JOIN series s USING (series_no)
  JOIN place p USING (place_no)
  CROSS JOIN run r
  WHERE NOT s.source_missing AND NOT s.no_decision
), counted AS (
  SELECT e.*,
         coalesce(CASE WHEN e.is_distinct THEN c.persons_numerator ELSE c.numerator END, 0)
           AS numerator,
         coalesce(CASE WHEN e.value_kind = 'RATE' THEN d.days ELSE c.denominator END, 0)
           AS denominator,
         coalesce(c.unknown, 0) AS unknown,
         coalesce(c.unknown_outside, 0) AS unknown_outside,
         coalesce(CASE WHEN e.value_kind = 'RATE' THEN d.persons ELSE c.persons END, 0) AS persons,
         coalesce(c.persons_numerator, 0) AS persons_numerator,
         coalesce(
           CASE WHEN e.value_kind = 'RATE'
             THEN greatest(d.persons - coalesce(c.persons_numerator, 0), 0)
             ELSE c.persons_rest
           END, 0) AS persons_rest,
         coalesce(c.persons_unknown, 0) AS persons_unknown,
         coalesce(c.largest, 0) AS largest,
         coalesce(c.second_largest, 0) AS second_largest,
         q.open_count, q.q1, q.median, q.q3, q.median_lower, q.median_upper,
         u.indicator_id IS NOT NULL AS undelivered,
         z.indicator_id IS NOT NULL AS suspect_zero
  FROM expected e
  LEFT JOIN cell c ON c.series_no = e.series_no AND c.place_no = e.place_no
  LEFT JOIN person_days d
    ON e.value_kind = 'RATE' AND d.attribution = e.attribution AND d.place_no = e.place_no
   AND d.stratum = CASE WHEN e.of_persons THEN e.stratum ELSE 'ALL' END
   AND d.stratum_value = CASE WHEN e.of_persons THEN e.stratum_value ELSE 'ALL' END
  LEFT JOIN quartile q ON q.series_no = e.series_no AND q.place_no = e.place_no
  LEFT JOIN undelivered u
    ON u.indicator_id = e.indicator_id AND u.organisation = e.organisation
   AND u.org_unit_id = e.org_unit_id
   AND u.period_kind = e.period_kind AND u.period_start = e.period_start
  LEFT JOIN suspect z
    ON z.indicator_id = e.indicator_id AND z.org_unit_id = e.org_unit_id
   AND z.period_start = e.period_start AND e.org_level = 'UNIT' AND e.period_kind = 'MONTH'
), judged AS (
  SELECT *,
         CASE
           WHEN undelivered OR suspect_zero THEN 'MISSING'
           WHEN not_mature THEN 'NOT_APPLICABLE'
           WHEN denominator = 0 AND value_kind <> 'COUNT' THEN 'NOT_APPLICABLE'
           ELSE 'VALUE'
         END AS state,
         CASE
           WHEN undelivered THEN 'UNIT_NOT_DELIVERED'
           WHEN suspect_zero THEN 'SUSPECT_ZERO'
           WHEN not_mature OR (denominator = 0 AND value_kind NOT IN ('COUNT', 'RATE') AND part_mature)
             THEN 'NOT_MATURE'
           WHEN denominator > 0 AND value_kind NOT IN ('COUNT', 'RATE')
                AND unknown > 0.2 * (denominator + unknown_outside) THEN 'HIGH_UNKNOWN'
         END AS reason,
         may_change(last_day, maturity_days, delay_days, as_of, last_known_day) AS preliminary
  FROM counted
)
SELECT figure_id, series_no, place_no, value_kind, protection, sensitive, state, reason,
       preliminary, numerator, denominator, unknown, persons, persons_numerator, persons_rest,
       persons_unknown, largest, second_largest, open_count, q1, median, q3, median_lower,
       median_upper
FROM judged
