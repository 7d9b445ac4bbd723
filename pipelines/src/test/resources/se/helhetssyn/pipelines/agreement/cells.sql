-- From the rows that count to one figure per series, node, period and stratum value.

-- Series, nodes and persons go by number in what follows: the cells are many.

-- The series with the strata of persons, and what is particular about them.
CREATE TABLE published_series AS
WITH person_stratum(stratum, stratum_value) AS (
  VALUES
    ('SEX', 'F'),
    ('SEX', 'M'),
    ('SEX', 'U'),
    ('AGE_GROUP', '<65'),
    ('AGE_GROUP', '65-74'),
    ('AGE_GROUP', '75-79'),
    ('AGE_GROUP', '80-84'),
    ('AGE_GROUP', '85-89'),
    ('AGE_GROUP', '90+')),
today AS (
  SELECT *, attribution AS counted_as, 'THEN' AS organisation FROM series
  UNION ALL
  SELECT * REPLACE ('AS_IS' AS attribution), 'AS_WAS', 'NOW'
  FROM series
  WHERE attribution = 'AS_WAS'),
every AS (
  SELECT *, FALSE AS of_persons FROM today
  UNION ALL
  SELECT s.* REPLACE (p.stratum AS stratum, p.stratum_value AS stratum_value), TRUE
  FROM today AS s
  SEMI JOIN series_person USING (indicator_id, series)
  CROSS JOIN person_stratum AS p
  WHERE s.stratum = 'ALL')
SELECT
  row_number() OVER () AS series_no,
  e.*,
  (indicator_id, series) IN (SELECT (indicator_id, series) FROM series_distinct) AS is_distinct,
  value_kind IN ('MONTHS', 'SCORE')
    OR (indicator_id, series) IN (SELECT (indicator_id, series) FROM series_closed) AS closed
FROM every AS e;

-- The periods each series has. Trap: an unfinished period has no last day yet, so no point
-- prevalence; a window of twelve months has one only where the series says so.
CREATE TABLE publishing AS
WITH named AS (
  SELECT DISTINCT
    indicator_id,
    series,
    at_period_end,
    (indicator_id, series) IN (SELECT (indicator_id, series) FROM series_from_march) AS from_march,
    (SELECT list(k.period_kind) FROM series_kind AS k
      WHERE k.indicator_id = s.indicator_id AND k.series = s.series) AS kinds
  FROM series AS s)
SELECT n.* EXCLUDE (from_march, kinds), p.* EXCLUDE (from_march)
FROM named AS n
JOIN (SELECT *, FALSE AS from_march FROM period
      UNION ALL
      SELECT *, TRUE FROM march_year) AS p
  ON p.from_march = n.from_march
  AND CASE
    WHEN n.kinds IS NOT NULL THEN list_contains(n.kinds, p.period_kind)
    ELSE p.period_kind <> 'ROLLING_12M' OR NOT n.at_period_end
  END
WHERE NOT (n.at_period_end AND p.unfinished);

CREATE TABLE place AS
SELECT row_number() OVER () AS place_no, *
FROM (
  SELECT DISTINCT 'TREE' AS grain, org_unit_id AS node_id FROM node
  UNION ALL
  SELECT DISTINCT grain, node_id FROM type_node);

CREATE TABLE numbered_person AS
SELECT row_number() OVER () AS person_no, person_key
FROM (SELECT DISTINCT person_key FROM counted WHERE person_key IS NOT NULL);

-- The nodes a row counts at: its unit and all above it on that day, and the type and provider form
-- the unit had. Units of type OTHER are out; a unit that is not known, or not given, counts where
-- it is certain, and has no type. In the organisation of today the same for the node that carries
-- the unit on. Trap: what is not counted then is not counted now.
CREATE TABLE placement AS
WITH happened AS (
  SELECT org_unit_id, day FROM counted UNION SELECT org_unit_id, day FROM person_day),
lowest AS (
  SELECT
    org_unit_id,
    day,
    CASE
      WHEN org_unit_id IN (SELECT org_unit_id FROM node) THEN org_unit_id
      ELSE (SELECT org_unit_id FROM certain_node)
    END AS lowest_id
  FROM happened),
then_node AS (
  SELECT 'THEN' AS organisation, p.org_unit_id, p.day, 'TREE' AS grain, k.above_id AS node_id
  FROM lowest AS p
  JOIN kinship AS k ON k.org_unit_id = p.lowest_id AND k.since <= p.day AND p.day < k.until
  WHERE NOT k.outside),
carried AS (
  SELECT p.org_unit_id, p.day, t.now_id
  FROM lowest AS p
  JOIN today_node AS t ON t.org_unit_id = p.lowest_id AND t.since <= p.day AND p.day < t.until
  WHERE (p.org_unit_id, p.day) IN (SELECT (org_unit_id, day) FROM then_node)
    OR p.org_unit_id IS NULL),
at_node AS (
  FROM then_node
  UNION ALL
  SELECT 'THEN', p.org_unit_id, p.day, t.grain, t.node_id
  FROM lowest AS p
  JOIN type_node AS t ON t.org_unit_id = p.lowest_id AND t.since <= p.day AND p.day < t.until
  UNION ALL
  SELECT 'NOW', c.org_unit_id, c.day, n.grain, n.node_id
  FROM carried AS c
  JOIN today_above AS n USING (now_id))
SELECT a.organisation, a.org_unit_id, a.day, a.grain, n.place_no
FROM at_node AS a
JOIN place AS n USING (grain, node_id);

-- Every row at every node it belongs to. Trap: a period that is not mature yet is shown on its
-- mature rows alone. A point prevalence is kept by day, what happens is kept by month: of months
-- every period consists.
CREATE VIEW placed AS
WITH split AS (
  FROM counted
  UNION ALL
  SELECT c.* REPLACE ('SEX' AS stratum, p.sex AS stratum_value)
  FROM counted AS c
  SEMI JOIN series_person USING (indicator_id, series)
  JOIN person AS p ON p.person_key = c.person_key
  WHERE c.stratum = 'ALL'
  UNION ALL
  SELECT c.* REPLACE (
    'AGE_GROUP' AS stratum, coalesce(age_reached(c.day, p.birth_year), p.age_group) AS stratum_value)
  FROM counted AS c
  SEMI JOIN series_person USING (indicator_id, series)
  JOIN person AS p ON p.person_key = c.person_key
  WHERE c.stratum = 'ALL')
SELECT
  s.series_no,
  s.indicator_id,
  s.series,
  s.closed,
  s.counts_persons OR s.is_distinct AS by_head,
  p.place_no,
  n.person_no,
  c.numerator,
  c.denominator,
  c.unknown,
  c.days,
  c.still_open,
  c.numerator_weight,
  c.denominator_weight,
  c.only_period_kind,
  c.only_period_start,
  CASE WHEN s.at_period_end THEN c.day ELSE date_trunc('month', c.day)::DATE END AS bucket
FROM split AS c
JOIN published_series AS s
  ON s.indicator_id = c.indicator_id
  AND s.series = c.series
  AND s.counted_as = c.attribution
  AND s.stratum = c.stratum
  AND s.stratum_value = c.stratum_value
JOIN placement AS p
  ON p.organisation = s.organisation
  AND p.org_unit_id IS NOT DISTINCT FROM c.org_unit_id
  AND p.day = c.day
LEFT JOIN numbered_person AS n ON n.person_key = c.person_key
CROSS JOIN run
WHERE c.day + s.maturity_days <= run.as_of AND (p.grain = 'TREE' OR NOT s.of_persons);

-- Trap: a point prevalence of January's end is not one of the quarter, though its day lies in it.
CREATE MACRO belongs(bucket, only_kind, only_start, at_end, kind, first_day, last_day) AS
  CASE
    WHEN only_kind IS NOT NULL THEN only_kind = kind AND only_start = first_day
    WHEN at_end THEN bucket = last_day
    ELSE bucket BETWEEN first_day AND last_day
  END;

CREATE TABLE tally AS
WITH by_bucket AS (
  SELECT
    series_no,
    indicator_id,
    series,
    place_no,
    bucket,
    only_period_kind,
    only_period_start,
    coalesce(sum(coalesce(numerator_weight, 1)) FILTER (numerator), 0) AS numerator,
    coalesce(sum(coalesce(denominator_weight, 1)) FILTER (denominator), 0) AS denominator,
    count(*) FILTER (unknown) AS unknown,
    count(*) FILTER (unknown AND NOT denominator) AS unknown_outside,
    count(*) FILTER (still_open) AS open_count
  FROM placed
  GROUP BY ALL)
SELECT
  series_no,
  place_no,
  period_kind,
  period_start,
  sum(numerator)::BIGINT AS numerator,
  sum(denominator)::BIGINT AS denominator,
  sum(unknown)::BIGINT AS unknown,
  sum(unknown_outside)::BIGINT AS unknown_outside,
  sum(open_count)::BIGINT AS open_count
FROM by_bucket AS b
JOIN publishing AS t USING (indicator_id, series)
WHERE belongs(
  bucket, only_period_kind, only_period_start, at_period_end, period_kind, period_start, period_end)
GROUP BY ALL;

-- Trap: distinct persons of a year are not the sum of those of its months.
CREATE TABLE head_count AS
WITH person_in_cell AS (
  SELECT
    series_no,
    place_no,
    period_kind,
    period_start,
    person_no,
    bool_or(denominator) AS within,
    bool_or(numerator) AS met
  FROM placed AS p
  JOIN publishing AS t USING (indicator_id, series)
  WHERE by_head
    AND person_no IS NOT NULL
    AND belongs(
      bucket, only_period_kind, only_period_start, at_period_end, period_kind, period_start,
      period_end)
  GROUP BY ALL)
SELECT
  * EXCLUDE (person_no, within, met),
  count(*) FILTER (within) AS persons,
  count(*) FILTER (met) AS persons_met
FROM person_in_cell
GROUP BY ALL;

-- Person-days per node and month, and of those the ones of each sex and age group.
CREATE TABLE exposure AS
WITH by_node AS (
  SELECT
    CASE WHEN p.organisation = 'NOW' THEN 'AS_IS' ELSE d.attribution END AS attribution,
    p.place_no,
    date_trunc('month', d.day)::DATE AS bucket,
    h.sex,
    coalesce(age_reached(date_trunc('month', d.day)::DATE, h.birth_year), h.age_group) AS age_group,
    sum(d.days) AS days
  FROM person_day AS d
  JOIN placement AS p
    ON p.org_unit_id IS NOT DISTINCT FROM d.org_unit_id
    AND p.day = d.day
    AND (p.organisation = 'THEN' OR d.attribution = 'AS_WAS')
  LEFT JOIN person AS h ON h.person_key = d.person_key
  GROUP BY ALL),
split AS (
  SELECT 'ALL' AS stratum, 'ALL' AS stratum_value, * FROM by_node
  UNION ALL
  SELECT 'SEX', sex, * FROM by_node
  UNION ALL
  SELECT 'AGE_GROUP', age_group, * FROM by_node)
SELECT
  attribution,
  stratum,
  stratum_value,
  place_no,
  period_kind,
  period_start,
  sum(days)::BIGINT AS person_days
FROM split AS s
JOIN period AS t ON s.bucket BETWEEN t.period_start AND t.period_end
GROUP BY ALL;

-- Rows with a duration or a score, in the cells they belong to.
CREATE TABLE timed AS
SELECT
  series_no,
  place_no,
  period_kind,
  period_start,
  closed,
  days,
  still_open
FROM placed AS p
JOIN publishing AS t USING (indicator_id, series)
WHERE days IS NOT NULL
  AND belongs(
    bucket, only_period_kind, only_period_start, at_period_end, period_kind, period_start,
    period_end);

-- Kaplan and Meier: the q quantile is the day on which, for the first time, no more than 1 - q are left.
-- Trap: what is censored on a day is still at risk that day. The tolerance only mends binary
-- fractions: ten closed of forty leave 0.75, not a little more.
CREATE TABLE quartile AS
WITH cell_day AS (
  SELECT
    series_no, place_no, period_kind, period_start, days,
    count(*) AS left_today,
    count(*) FILTER (NOT still_open) AS closed_today
  FROM timed
  WHERE NOT closed
  GROUP BY ALL),
at_risk AS (
  SELECT
    *,
    sum(left_today) OVER (
      PARTITION BY series_no, place_no, period_kind, period_start
      ORDER BY days DESC) AS followed
  FROM cell_day),
remaining AS (
  SELECT
    *,
    product(1 - closed_today / followed) OVER to_day AS share,
    sum(closed_today / (followed * nullif(followed - closed_today, 0))) OVER to_day AS greenwood
  FROM at_risk
  WINDOW to_day AS (
    PARTITION BY series_no, place_no, period_kind, period_start ORDER BY days)),
-- The median's interval on the log-log scale. Trap: at share 1 and share 0 it does not exist.
limits AS (
  SELECT
    *,
    CASE WHEN share > 1e-12 AND share < 1 - 1e-12
      THEN 1.959964 * sqrt(greenwood) / abs(ln(share)) END AS spread
  FROM remaining)
SELECT
  series_no, place_no, period_kind, period_start,
  min(days) FILTER (share <= 0.75 + 1e-9)::DOUBLE AS q1,
  min(days) FILTER (share <= 0.5 + 1e-9)::DOUBLE AS median,
  min(days) FILTER (share <= 0.25 + 1e-9)::DOUBLE AS q3,
  min(days) FILTER (pow(share, exp(spread)) <= 0.5)::DOUBLE AS lower,
  min(days) FILTER (pow(share, exp(-spread)) <= 0.5)::DOUBLE AS upper
FROM limits
GROUP BY ALL
UNION ALL
-- What cannot be open: linear interpolation between the ordered values, and no interval.
SELECT
  series_no, place_no, period_kind, period_start,
  quantile_cont(days::DOUBLE, 0.25),
  quantile_cont(days::DOUBLE, 0.5),
  quantile_cont(days::DOUBLE, 0.75),
  NULL,
  NULL
FROM timed
WHERE closed
GROUP BY ALL;

-- A cell exists for every node that is valid at some time in the period, whatever happened there,
-- and for a closed one where something is still counted at it. In the organisation of today it
-- exists for the node that carries such a one on, and for all above it.
CREATE TABLE active AS
WITH any_period AS (FROM period UNION ALL FROM march_year),
told_now AS (
  SELECT DISTINCT a.grain, a.node_id, p.*
  FROM any_period AS p
  JOIN node AS n
    ON NOT n.outside AND n.valid_from <= p.period_end AND p.period_start < n.valid_until
  JOIN today_node AS t
    ON t.org_unit_id = n.org_unit_id
    AND t.since <= least(p.period_end, n.valid_until - 1)
    AND greatest(p.period_start, n.valid_from) < t.until
  JOIN today_above AS a USING (now_id))
SELECT DISTINCT
  'THEN' AS organisation, 'TREE' AS grain, n.org_unit_id AS node_id, n.level AS org_level, p.*
FROM any_period AS p
JOIN node AS n
  ON NOT n.outside AND n.valid_from <= p.period_end AND p.period_start < n.valid_until
UNION
SELECT DISTINCT s.organisation, 'TREE', n.org_unit_id, n.level, p.*
FROM (SELECT DISTINCT series_no, place_no, period_kind, period_start FROM tally) AS c
JOIN published_series AS s USING (series_no)
JOIN place AS l ON l.place_no = c.place_no AND l.grain = 'TREE'
JOIN node AS n ON n.org_unit_id = l.node_id
JOIN any_period AS p USING (period_kind, period_start)
UNION
SELECT DISTINCT 'THEN', t.grain, t.node_id, t.grain, p.*
FROM any_period AS p
JOIN type_node AS t ON t.valid_from <= p.period_end AND p.period_start < t.valid_until
UNION
SELECT 'NOW', w.grain, w.node_id, coalesce(n.level, w.grain), w.* EXCLUDE (grain, node_id)
FROM told_now AS w
LEFT JOIN (SELECT DISTINCT 'TREE' AS grain, org_unit_id AS node_id, level FROM node) AS n
  USING (grain, node_id);

-- Trap: not delivered is told by the delivery's manifest, never by rows that are not there.
CREATE TABLE undelivered AS
WITH announced AS (
  SELECT indicator_id, table_name
  FROM source
  WHERE table_name IN (SELECT table_name FROM coverage)),
covered_then AS (
  SELECT DISTINCT a.node_id, a.period_kind, a.period_start, a.period_end, c.table_name
  FROM active AS a
  JOIN coverage AS c ON c.period_from <= a.period_end AND a.period_start <= c.period_to
  LEFT JOIN kinship AS k
    ON (k.org_unit_id, k.above_id) IN (
      (a.node_id, c.root_org_unit_id), (c.root_org_unit_id, a.node_id))
    AND k.since <= a.period_end AND a.period_start < k.until
  WHERE a.organisation = 'THEN'
    AND a.grain = 'TREE'
    AND (c.root_org_unit_id IS NULL OR k.org_unit_id IS NOT NULL)),
-- In the organisation of today what has been delivered of any that a node carries on is delivered.
covered AS (
  SELECT 'THEN' AS organisation, * EXCLUDE period_end FROM covered_then
  UNION
  SELECT 'NOW', n.node_id, c.period_kind, c.period_start, c.table_name
  FROM covered_then AS c
  JOIN today_node AS t
    ON t.org_unit_id = c.node_id AND t.since <= c.period_end AND c.period_start < t.until
  JOIN today_above AS n ON n.now_id = t.now_id AND n.grain = 'TREE'),
of_tree AS (
  SELECT DISTINCT a.organisation, n.indicator_id, a.node_id, a.period_kind, a.period_start
  FROM active AS a
  CROSS JOIN announced AS n
  ANTI JOIN covered AS c
    ON c.organisation = a.organisation
    AND c.node_id = a.node_id
    AND c.period_kind = a.period_kind
    AND c.period_start = a.period_start
    AND c.table_name = n.table_name
  WHERE a.grain = 'TREE')
SELECT 'TREE' AS grain, * FROM of_tree
UNION ALL
-- A type is not delivered when none of its units is.
SELECT a.grain, a.organisation, i.indicator_id, a.node_id, a.period_kind, a.period_start
FROM active AS a
JOIN (
  SELECT 'THEN' AS organisation, grain, node_id, org_unit_id, valid_from, valid_until FROM type_node
  UNION ALL
  SELECT 'NOW', grain, node_id, now_id, '-infinity'::DATE, 'infinity'::DATE
  FROM today_above
  WHERE grain <> 'TREE') AS t
  ON t.organisation = a.organisation
  AND t.grain = a.grain
  AND t.node_id = a.node_id
  AND t.valid_from <= a.period_end
  AND a.period_start < t.valid_until
SEMI JOIN (FROM active WHERE grain = 'TREE') AS b
  ON b.organisation = a.organisation
  AND b.node_id = t.org_unit_id
  AND b.period_kind = a.period_kind
  AND b.period_start = a.period_start
CROSS JOIN (SELECT DISTINCT indicator_id FROM of_tree) AS i
LEFT JOIN of_tree AS u
  ON u.organisation = a.organisation
  AND u.indicator_id = i.indicator_id
  AND u.node_id = t.org_unit_id
  AND u.period_kind = a.period_kind
  AND u.period_start = a.period_start
GROUP BY ALL
HAVING bool_and(u.node_id IS NOT NULL);

-- Trap: a month without rows is no zero at a unit that has had five a month or more in the twelve
-- months before, all of them delivered from end to end. What the month is part of keeps its value.
-- In the organisation of today a unit has had what those it carries on have had.
CREATE TABLE suspect AS
WITH happened_then AS (
  SELECT 'deviation' AS table_name, org_unit_id, local_day(reported_at) AS day FROM deviation
  UNION ALL
  SELECT 'risk_assessment', org_unit_id, local_day(assessed_at) FROM risk_assessment),
happened AS (
  SELECT 'THEN' AS organisation, * FROM happened_then
  UNION ALL
  SELECT 'NOW', h.* REPLACE (t.now_id AS org_unit_id)
  FROM happened_then AS h
  JOIN today_node AS t
    ON t.org_unit_id = h.org_unit_id AND t.since <= h.day AND h.day < t.until),
span AS (
  SELECT * FROM coverage
  UNION ALL
  SELECT DISTINCT table_name, NULL, getvariable('delivered_from'), getvariable('delivered_to')
  FROM happened_then
  WHERE NOT EXISTS (FROM extract_manifest)),
known_day AS (
  SELECT DISTINCT table_name, root_org_unit_id, unnest(
    generate_series(period_from::TIMESTAMP, period_to::TIMESTAMP, INTERVAL 1 DAY))::DATE AS day
  FROM span),
whole_month AS (
  SELECT h.organisation, h.table_name, h.org_unit_id, m.period_start
  FROM (SELECT DISTINCT organisation, table_name, org_unit_id FROM happened) AS h
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
    ON h.organisation = w.organisation
    AND h.table_name = w.table_name
    AND h.org_unit_id = w.org_unit_id
    AND date_trunc('month', h.day) = w.period_start
  GROUP BY ALL),
silent AS (
  SELECT z.organisation, z.table_name, z.org_unit_id, z.period_start
  FROM month_rows AS z
  JOIN month_rows AS b
    ON b.organisation = z.organisation
    AND b.table_name = z.table_name
    AND b.org_unit_id = z.org_unit_id
    AND b.period_start < z.period_start
    AND b.period_start >= z.period_start - INTERVAL 12 MONTHS
  WHERE z.happened = 0
  GROUP BY ALL
  HAVING count(*) = 12 AND avg(b.happened) >= 5)
SELECT DISTINCT z.organisation, s.indicator_id, z.org_unit_id AS node_id, z.period_start
FROM silent AS z
JOIN source AS s USING (table_name);

CREATE TABLE source_missing AS
SELECT DISTINCT indicator_id
FROM source
WHERE NOT list_contains(getvariable('delivered_tables'), table_name);

-- Trap: persons are told apart by sex and age from the service area up, and no lower.
CREATE TABLE judged AS
SELECT
  s.*,
  -- Trap: it is the period that is not mature, whether or not anything happened in it.
  a.period_end + s.maturity_days > run.as_of AS immature,
  -- Trap: a count has no denominator to tell; it is no zero while not one day of it is mature.
  s.value_kind = 'COUNT' AND NOT s.at_period_end
    AND a.period_start + s.maturity_days > run.as_of AS unborn,
  a.org_level,
  l.place_no,
  a.node_id,
  a.period_kind,
  a.period_start,
  a.unfinished OR run.as_of < a.period_end + s.maturity_days + late.delay_days AS preliminary,
  CASE WHEN s.is_distinct THEN coalesce(h.persons_met, 0) ELSE coalesce(t.numerator, 0) END AS n,
  CASE WHEN s.value_kind = 'RATE' THEN coalesce(e.person_days, 0) ELSE coalesce(t.denominator, 0)
    END AS d,
  coalesce(t.unknown, 0) AS u,
  coalesce(t.unknown_outside, 0) AS u_outside,
  coalesce(h.persons, 0) AS p,
  coalesce(t.open_count, 0) AS o,
  CASE
    WHEN coalesce(m.indicator_id, x.indicator_id, y.indicator_id) IS NOT NULL THEN 'MISSING'
    WHEN unborn OR (s.value_kind <> 'COUNT' AND d = 0) THEN 'NOT_APPLICABLE'
    ELSE 'VALUE'
  END AS state,
  CASE
    WHEN m.indicator_id IS NOT NULL THEN 'SOURCE_MISSING'
    WHEN x.indicator_id IS NOT NULL THEN 'UNIT_NOT_DELIVERED'
    WHEN y.indicator_id IS NOT NULL THEN 'SUSPECT_ZERO'
    WHEN unborn OR (s.value_kind <> 'COUNT' AND d = 0)
      THEN CASE WHEN immature AND s.value_kind <> 'RATE' THEN 'NOT_MATURE' END
    -- Trap: the base is the denominator and the unknowns outside it; a fifth is not yet too much.
    WHEN 5 * u > d + u_outside AND s.value_kind IN ('SHARE', 'DAYS') THEN 'HIGH_UNKNOWN'
  END AS reason
FROM published_series AS s
JOIN publishing AS w USING (indicator_id, series)
JOIN active AS a
  ON a.organisation = s.organisation
  AND a.period_kind = w.period_kind
  AND a.period_start = w.period_start
JOIN place AS l ON l.grain = a.grain AND l.node_id = a.node_id
CROSS JOIN run
-- How late registrations may be is measured elsewhere; it is taken as it is published.
JOIN (SELECT indicator_id AS late_indicator, delay_days FROM mart.indicator_delay) AS late
  ON late.late_indicator = s.indicator_id
LEFT JOIN tally AS t
  ON t.series_no = s.series_no
  AND t.place_no = l.place_no
  AND t.period_kind = a.period_kind
  AND t.period_start = a.period_start
LEFT JOIN head_count AS h
  ON h.series_no = s.series_no
  AND h.place_no = l.place_no
  AND h.period_kind = a.period_kind
  AND h.period_start = a.period_start
-- Trap: whatever else the events are divided by, they are set against all persons' days.
LEFT JOIN exposure AS e
  ON s.value_kind = 'RATE'
  AND e.attribution = s.attribution
  AND e.stratum = CASE WHEN s.of_persons THEN s.stratum ELSE 'ALL' END
  AND e.stratum_value = CASE WHEN s.of_persons THEN s.stratum_value ELSE 'ALL' END
  AND e.place_no = l.place_no
  AND e.period_kind = a.period_kind
  AND e.period_start = a.period_start
LEFT JOIN source_missing AS m ON m.indicator_id = s.indicator_id
LEFT JOIN undelivered AS x
  ON x.organisation = s.organisation
  AND x.indicator_id = s.indicator_id
  AND x.grain = a.grain
  AND x.node_id = a.node_id
  AND x.period_kind = a.period_kind
  AND x.period_start = a.period_start
LEFT JOIN suspect AS y
  ON y.organisation = s.organisation
  AND y.indicator_id = s.indicator_id
  AND y.node_id = a.node_id
  AND y.period_start = a.period_start
  AND a.org_level = 'UNIT'
  AND a.period_kind = 'MONTH'
WHERE NOT (s.of_persons AND a.org_level NOT IN ('SERVICE_AREA', 'DIVISION', 'MUNICIPALITY'))
  AND (
    (s.indicator_id, s.series) NOT IN (SELECT (indicator_id, series) FROM series_level)
    OR (s.indicator_id, s.series, a.org_level) IN (
      SELECT (indicator_id, series, org_level) FROM series_level));

-- Wilson's score interval at 95 %: the centre, and how far to each side of it.
CREATE MACRO z() AS 1.959964::DOUBLE;
CREATE MACRO centre(x, n) AS (x / n + z() ^ 2 / (2 * n)) / (1 + z() ^ 2 / n);
CREATE MACRO reach(x, n) AS
  z() * sqrt(x / n * (1 - x / n) / n + z() ^ 2 / (4 * n ^ 2)) / (1 + z() ^ 2 / n);

-- The limits of a count: exact to nine, then Byar's.
CREATE TABLE exact_limit AS
SELECT * FROM (
  VALUES
    (0, 0.0::DOUBLE, 3.6888794541139363::DOUBLE),
    (1, 0.0253178079842899, 5.5716433909388986),
    (2, 0.2422092785439649, 7.2246876677239608),
    (3, 0.6186721228956013, 8.7672730697423260),
    (4, 1.0898653736263249, 10.2415886754036983),
    (5, 1.6234863901184205, 11.6683320793226696),
    (6, 2.2018942534908508, 13.0594740225186854),
    (7, 2.8143630515198661, 14.4226753617023794),
    (8, 3.4538321767485013, 15.7631892201933152),
    (9, 4.1153730973783324, 17.0848034514191703)) AS t(happened, least, most);

CREATE MACRO byar_least(x) AS x * (1 - 1 / (9 * x) - z() / (3 * sqrt(x))) ^ 3;
CREATE MACRO byar_most(x) AS (x + 1) * (1 - 1 / (9 * (x + 1)) + z() / (3 * sqrt(x + 1))) ^ 3;

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
  CASE WHEN shown AND value_kind IN ('SHARE', 'RATE', 'COUNT') THEN n END AS numerator,
  CASE WHEN shown AND value_kind <> 'COUNT' THEN d END AS denominator,
  CASE WHEN shown THEN u END AS unknown,
  CASE WHEN shown AND counts_persons THEN p END AS persons,
  CASE
    WHEN NOT shown THEN NULL
    WHEN value_kind = 'SHARE' THEN n / d
    WHEN value_kind = 'RATE' THEN 1000 * n / d
    WHEN value_kind = 'COUNT' THEN n
    ELSE q.median
  END::DOUBLE AS value,
  CASE WHEN shown THEN
    CASE value_kind
      WHEN 'SHARE' THEN centre(n, d) - reach(n, d)
      WHEN 'RATE' THEN 1000 * CASE WHEN n < 10 THEN l.least ELSE byar_least(n) END / d
      ELSE q.lower
    END
  END AS lower,
  CASE WHEN shown THEN
    CASE value_kind
      WHEN 'SHARE' THEN centre(n, d) + reach(n, d)
      WHEN 'RATE' THEN 1000 * CASE WHEN n < 10 THEN l.most ELSE byar_most(n) END / d
      ELSE q.upper
    END
  END AS upper,
  CASE WHEN shown THEN q.q1 END AS q1,
  CASE WHEN shown THEN q.q3 END AS q3,
  CASE WHEN shown AND value_kind = 'DAYS' THEN o END AS open_count,
  j.state,
  j.reason,
  j.preliminary
FROM (SELECT *, state = 'VALUE' AS shown FROM judged) AS j
LEFT JOIN exact_limit AS l ON l.happened = j.n
LEFT JOIN quartile AS q USING (series_no, place_no, period_kind, period_start);
