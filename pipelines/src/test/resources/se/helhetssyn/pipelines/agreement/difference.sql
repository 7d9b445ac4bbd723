-- One row per key that only one side has, or whose cells differ by more than 1e-9.
CREATE MACRO differs(a, b) AS
  CASE WHEN a IS NULL OR b IS NULL THEN a IS DISTINCT FROM b ELSE abs(a - b) > 1e-9 END;

CREATE MACRO keyed(cells) AS TABLE
SELECT
  concat_ws(
    ' ', indicator_id, series, attribution, org_level, org_unit_id, period_kind, period_start,
    stratum, stratum_value, stratum2, stratum2_value) AS key,
  *
FROM query_table(cells);

CREATE TABLE published AS
SELECT * EXCLUDE figure_id FROM mart.indicator_value;

CREATE TABLE repeated AS
SELECT 'published' AS side, key FROM keyed('published') GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'recomputed', key FROM keyed('recomputed') GROUP BY ALL HAVING count(*) > 1;

CREATE TABLE difference AS
SELECT coalesce(p.key, r.key) AS key, p AS published, r AS recomputed
FROM keyed('published') AS p
FULL JOIN keyed('recomputed') AS r USING (key)
WHERE p.key IS NULL
  OR r.key IS NULL
  OR differs(p.definition_version, r.definition_version)
  OR p.value_kind <> r.value_kind
  OR differs(p.numerator, r.numerator)
  OR differs(p.denominator, r.denominator)
  OR differs(p.unknown, r.unknown)
  OR differs(p.persons, r.persons)
  OR differs(p.value, r.value)
  OR differs(p.lower, r.lower)
  OR differs(p.upper, r.upper)
  OR differs(p.q1, r.q1)
  OR differs(p.q3, r.q3)
  OR differs(p.open_count, r.open_count)
  OR p.state <> r.state
  OR coalesce(p.reason, '') <> coalesce(r.reason, '')
  OR p.preliminary <> r.preliminary;
