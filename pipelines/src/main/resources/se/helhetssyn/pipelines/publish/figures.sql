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
  SELECT t.*, r.*,
         t.last_day + t.maturity_days > r.as_of AS part_mature,
         t.period_start + t.maturity_days > r.as_of AS not_mature
  FROM told t
  CROSS JOIN run r
  WHERE NOT t.source_missing AND NOT t.no_decision
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
  LEFT JOIN cell c
    ON c.indicator_id = e.indicator_id AND c.series = e.series AND c.stratum = e.stratum
   AND c.stratum_value = e.stratum_value AND c.attribution = e.attribution
   AND c.org_unit_id = e.org_unit_id AND c.org_level = e.org_level
   AND c.period_kind = e.period_kind AND c.period_start = e.period_start
  LEFT JOIN person_days d
    ON e.value_kind = 'RATE' AND d.attribution = e.attribution
   AND d.org_unit_id = e.org_unit_id AND d.org_level = e.org_level
   AND d.period_kind = e.period_kind AND d.period_start = e.period_start
   AND d.stratum = CASE WHEN e.of_persons THEN e.stratum ELSE 'ALL' END
   AND d.stratum_value = CASE WHEN e.of_persons THEN e.stratum_value ELSE 'ALL' END
  LEFT JOIN quartile q
    ON q.indicator_id = e.indicator_id AND q.series = e.series AND q.stratum = e.stratum
   AND q.stratum_value = e.stratum_value AND q.attribution = e.attribution
   AND q.org_unit_id = e.org_unit_id AND q.org_level = e.org_level
   AND q.period_kind = e.period_kind AND q.period_start = e.period_start
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
FROM judged
