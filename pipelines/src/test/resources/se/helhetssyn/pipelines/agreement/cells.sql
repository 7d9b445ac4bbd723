-- From the rows that count to one figure per series, node, period and stratum value.

-- The nodes a row counts at: its unit and all above it on that day. Units of type OTHER are out;
-- a unit that is not known, or not given, counts where it is certain.
CREATE TABLE placement AS
WITH place AS (
  SELECT DISTINCT
    org_unit_id,
    day,
    CASE
      WHEN org_unit_id IN (SELECT org_unit_id FROM node) THEN org_unit_id
      ELSE (SELECT org_unit_id FROM certain_node)
    END AS lowest_id
  FROM counted)
SELECT p.org_unit_id, p.day, k.above_id AS node_id
FROM place AS p
JOIN kinship AS k ON k.org_unit_id = p.lowest_id AND k.since <= p.day AND p.day < k.until
WHERE NOT k.outside;

-- Every row in every cell it belongs to. Trap: a point prevalence of January's end is not one of
-- the quarter, though its day lies in it.
CREATE TABLE placed AS
SELECT c.*, p.node_id, t.period_kind, t.period_start
FROM counted AS c
JOIN series AS s USING (indicator_id, series, attribution, stratum, stratum_value)
JOIN placement AS p ON p.org_unit_id IS NOT DISTINCT FROM c.org_unit_id AND p.day = c.day
JOIN period AS t
  ON CASE
    WHEN s.at_period_end THEN c.day = t.period_end
    ELSE c.day BETWEEN t.period_start AND t.period_end
  END
CROSS JOIN run
-- Trap: a period that is not mature yet is shown on its mature rows alone.
WHERE c.day + s.maturity_days <= run.as_of;

CREATE TABLE tally AS
SELECT
  indicator_id,
  series,
  attribution,
  stratum,
  stratum_value,
  node_id,
  period_kind,
  period_start,
  count(*) FILTER (numerator) AS numerator,
  count(*) FILTER (denominator) AS denominator,
  count(*) FILTER (unknown) AS unknown,
  count(*) FILTER (unknown AND NOT denominator) AS unknown_outside,
  count(DISTINCT person_key) FILTER (denominator) AS persons,
  count(*) FILTER (still_open) AS open_count
FROM placed
GROUP BY ALL;

-- Kaplan and Meier: the q quantile is the day on which, for the first time, no more than 1 - q are left.
-- Trap: what is censored on a day is still at risk that day. The tolerance only mends binary
-- fractions: ten closed of forty leave 0.75, not a little more.
CREATE TABLE quartile AS
WITH cell_day AS (
  SELECT
    indicator_id, series, node_id, period_kind, period_start, days,
    count(*) AS left_today,
    count(*) FILTER (NOT still_open) AS closed_today
  FROM placed
  WHERE days IS NOT NULL
  GROUP BY ALL),
at_risk AS (
  SELECT
    *,
    sum(left_today) OVER (
      PARTITION BY indicator_id, series, node_id, period_kind, period_start
      ORDER BY days DESC) AS followed
  FROM cell_day),
remaining AS (
  SELECT
    *,
    product(1 - closed_today / followed) OVER to_day AS share,
    sum(closed_today / (followed * nullif(followed - closed_today, 0))) OVER to_day AS greenwood
  FROM at_risk
  WINDOW to_day AS (
    PARTITION BY indicator_id, series, node_id, period_kind, period_start ORDER BY days)),
-- The median's interval on the log-log scale. Trap: at share 1 and share 0 it does not exist.
limits AS (
  SELECT
    *,
    CASE WHEN share > 1e-12 AND share < 1 - 1e-12
      THEN 1.959964 * sqrt(greenwood) / abs(ln(share)) END AS spread
  FROM remaining)
SELECT
  indicator_id, series, node_id, period_kind, period_start,
  min(days) FILTER (share <= 0.75 + 1e-9)::DOUBLE AS q1,
  min(days) FILTER (share <= 0.5 + 1e-9)::DOUBLE AS median,
  min(days) FILTER (share <= 0.25 + 1e-9)::DOUBLE AS q3,
  min(days) FILTER (pow(share, exp(spread)) <= 0.5)::DOUBLE AS lower,
  min(days) FILTER (pow(share, exp(-spread)) <= 0.5)::DOUBLE AS upper
FROM limits
GROUP BY ALL;

-- A cell exists for every node that is valid at some time in the period, whatever happened there,
-- and for a closed one where something is still counted at it.
CREATE TABLE active AS
SELECT DISTINCT n.org_unit_id AS node_id, n.level AS org_level, p.*
FROM period AS p
JOIN node AS n
  ON NOT n.outside AND n.valid_from <= p.period_end AND p.period_start < n.valid_until
UNION
SELECT DISTINCT n.org_unit_id, n.level, p.*
FROM placed AS c
JOIN node AS n ON n.org_unit_id = c.node_id
JOIN period AS p USING (period_kind, period_start);

-- Trap: not delivered is told by the delivery's manifest, never by rows that are not there.
CREATE TABLE undelivered AS
WITH announced AS (
  SELECT indicator_id, table_name
  FROM source
  WHERE table_name IN (SELECT table_name FROM coverage)),
covered AS (
  SELECT a.node_id, a.period_kind, a.period_start, c.table_name
  FROM active AS a
  JOIN coverage AS c ON c.period_from <= a.period_end AND a.period_start <= c.period_to
  LEFT JOIN kinship AS k
    ON (k.org_unit_id, k.above_id) IN (
      (a.node_id, c.root_org_unit_id), (c.root_org_unit_id, a.node_id))
    AND k.since <= a.period_end AND a.period_start < k.until
  WHERE c.root_org_unit_id IS NULL OR k.org_unit_id IS NOT NULL)
SELECT DISTINCT n.indicator_id, a.node_id, a.period_kind, a.period_start
FROM active AS a
CROSS JOIN announced AS n
ANTI JOIN covered AS c
  ON c.node_id = a.node_id
  AND c.period_kind = a.period_kind
  AND c.period_start = a.period_start
  AND c.table_name = n.table_name;

-- Trap: a month without rows is no zero at a unit that has had five a month or more in the twelve
-- months before, all of them delivered from end to end. What the month is part of keeps its value.
CREATE TABLE suspect AS
WITH happened AS (
  SELECT 'deviation' AS table_name, org_unit_id, local_day(reported_at) AS day FROM deviation
  UNION ALL
  SELECT 'risk_assessment', org_unit_id, local_day(assessed_at) FROM risk_assessment),
span AS (
  SELECT * FROM coverage
  UNION ALL
  SELECT DISTINCT table_name, NULL, getvariable('delivered_from'), getvariable('delivered_to')
  FROM happened
  WHERE NOT EXISTS (FROM extract_manifest)),
known_day AS (
  SELECT DISTINCT table_name, root_org_unit_id, unnest(
    generate_series(period_from::TIMESTAMP, period_to::TIMESTAMP, INTERVAL 1 DAY))::DATE AS day
  FROM span),
whole_month AS (
  SELECT h.table_name, h.org_unit_id, m.period_start
  FROM (SELECT DISTINCT table_name, org_unit_id FROM happened) AS h
  JOIN known_day AS d USING (table_name)
  JOIN period AS m ON m.period_kind = 'MONTH' AND d.day BETWEEN m.period_start AND m.period_end
  WHERE NOT m.unfinished
    AND m.period_end <= coalesce(
      (SELECT max(local_day(extracted_at)) FROM extract_manifest), 'infinity'::DATE)
    AND (
      d.root_org_unit_id IS NULL
      OR EXISTS (
        FROM kinship AS k
        WHERE k.org_unit_id = h.org_unit_id AND k.above_id = d.root_org_unit_id))
  GROUP BY ALL
  HAVING count(DISTINCT d.day) = any_value(m.period_end - m.period_start) + 1),
month_rows AS (
  SELECT w.*, count(h.day) AS happened
  FROM whole_month AS w
  LEFT JOIN happened AS h
    ON h.table_name = w.table_name
    AND h.org_unit_id = w.org_unit_id
    AND date_trunc('month', h.day) = w.period_start
  GROUP BY ALL),
silent AS (
  SELECT z.table_name, z.org_unit_id, z.period_start
  FROM month_rows AS z
  JOIN month_rows AS b
    ON b.table_name = z.table_name
    AND b.org_unit_id = z.org_unit_id
    AND b.period_start < z.period_start
    AND b.period_start >= z.period_start - INTERVAL 12 MONTHS
  WHERE z.happened = 0
  GROUP BY ALL
  HAVING count(*) = 12 AND avg(b.happened) >= 5)
SELECT DISTINCT s.indicator_id, z.org_unit_id AS node_id, z.period_start
FROM silent AS z
JOIN source AS s USING (table_name);

CREATE TABLE source_missing AS
SELECT DISTINCT indicator_id
FROM source
WHERE NOT list_contains(getvariable('delivered_tables'), table_name);

CREATE TABLE judged AS
SELECT
  s.*,
  -- Trap: it is the period that is not mature, whether or not anything happened in it.
  a.period_end + s.maturity_days > run.as_of AS immature,
  a.org_level,
  a.node_id,
  a.period_kind,
  a.period_start,
  a.unfinished OR run.as_of < a.period_end + s.maturity_days + late.delay_days AS preliminary,
  coalesce(t.numerator, 0) AS n,
  coalesce(t.denominator, 0) AS d,
  coalesce(t.unknown, 0) AS u,
  coalesce(t.unknown_outside, 0) AS u_outside,
  coalesce(t.persons, 0) AS p,
  coalesce(t.open_count, 0) AS o,
  CASE
    WHEN coalesce(m.indicator_id, x.indicator_id, y.indicator_id) IS NOT NULL THEN 'MISSING'
    WHEN s.value_kind <> 'COUNT' AND d = 0 THEN 'NOT_APPLICABLE'
    ELSE 'VALUE'
  END AS state,
  CASE
    WHEN m.indicator_id IS NOT NULL THEN 'SOURCE_MISSING'
    WHEN x.indicator_id IS NOT NULL THEN 'UNIT_NOT_DELIVERED'
    WHEN y.indicator_id IS NOT NULL THEN 'SUSPECT_ZERO'
    WHEN s.value_kind <> 'COUNT' AND d = 0
      THEN CASE WHEN immature THEN 'NOT_MATURE' END
    -- Trap: the base is the denominator and the unknowns outside it; a fifth is not yet too much.
    WHEN 5 * u > d + u_outside AND s.value_kind <> 'COUNT' THEN 'HIGH_UNKNOWN'
  END AS reason
FROM series AS s
-- Trap: an unfinished period has no last day yet, so no row of a point prevalence.
JOIN active AS a ON NOT (s.at_period_end AND a.unfinished)
CROSS JOIN run
-- How late registrations may be is measured elsewhere; it is taken as it is published.
JOIN (SELECT indicator_id AS late_indicator, delay_days FROM mart.indicator_delay) AS late
  ON late.late_indicator = s.indicator_id
LEFT JOIN tally AS t USING (
  indicator_id, series, attribution, stratum, stratum_value, node_id, period_kind, period_start)
LEFT JOIN source_missing AS m ON m.indicator_id = s.indicator_id
LEFT JOIN undelivered AS x
  ON x.indicator_id = s.indicator_id
  AND x.node_id = a.node_id
  AND x.period_kind = a.period_kind
  AND x.period_start = a.period_start
LEFT JOIN suspect AS y
  ON y.indicator_id = s.indicator_id
  AND y.node_id = a.node_id
  AND y.period_start = a.period_start
  AND a.org_level = 'UNIT'
  AND a.period_kind = 'MONTH';

-- Wilson's score interval at 95 %: the centre, and how far to each side of it.
CREATE MACRO z() AS 1.959964::DOUBLE;
CREATE MACRO centre(x, n) AS (x / n + z() ^ 2 / (2 * n)) / (1 + z() ^ 2 / n);
CREATE MACRO reach(x, n) AS
  z() * sqrt(x / n * (1 - x / n) / n + z() ^ 2 / (4 * n ^ 2)) / (1 + z() ^ 2 / n);

-- Trap: what is not a value shows no number at all.
CREATE TABLE recomputed AS
SELECT
  j.indicator_id,
  1 AS definition_version,
  j.series,
  j.attribution,
  j.org_level,
  j.node_id AS org_unit_id,
  j.period_kind,
  j.period_start,
  j.stratum,
  j.stratum_value,
  NULL::VARCHAR AS stratum2,
  NULL::VARCHAR AS stratum2_value,
  j.value_kind,
  CASE WHEN shown AND value_kind <> 'DAYS' THEN n END AS numerator,
  CASE WHEN shown AND value_kind <> 'COUNT' THEN d END AS denominator,
  CASE WHEN shown THEN u END AS unknown,
  CASE WHEN shown AND counts_persons THEN p END AS persons,
  CASE
    WHEN NOT shown THEN NULL
    WHEN value_kind = 'SHARE' THEN n / d
    WHEN value_kind = 'COUNT' THEN n
    ELSE q.median
  END::DOUBLE AS value,
  CASE WHEN shown THEN
    CASE value_kind WHEN 'SHARE' THEN centre(n, d) - reach(n, d) ELSE q.lower END END AS lower,
  CASE WHEN shown THEN
    CASE value_kind WHEN 'SHARE' THEN centre(n, d) + reach(n, d) ELSE q.upper END END AS upper,
  CASE WHEN shown THEN q.q1 END AS q1,
  CASE WHEN shown THEN q.q3 END AS q3,
  CASE WHEN shown AND value_kind = 'DAYS' THEN o END AS open_count,
  j.state,
  j.reason,
  j.preliminary
FROM (SELECT *, state = 'VALUE' AS shown FROM judged) AS j
LEFT JOIN quartile AS q USING (indicator_id, series, node_id, period_kind, period_start);
