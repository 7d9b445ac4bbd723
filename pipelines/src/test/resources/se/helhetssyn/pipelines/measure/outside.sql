-- Cells that the unrelated persons have changed where they have nothing to do: at other nodes than
-- their unit's, and in strata of persons that they are not of.
WITH lived AS (
  SELECT p.sex, p.birth_year, p.age_group
  FROM named.person AS p
  SEMI JOIN alike USING (person_key)),
aged AS (
  SELECT DISTINCT g.kind, g.period_start, coalesce(age_reached(y.year, birth_year), age_group) AS age
  FROM lived
  CROSS JOIN grid_period AS g
  CROSS JOIN (SELECT unnest(range(2020, 2030)) AS year) AS y
  WHERE y.year BETWEEN year(g.period_start) AND year(g.period_end)),
changed AS (
  SELECT o, t,
    coalesce(o.of_persons, t.of_persons) AS of_persons,
    indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start
  FROM ${one} AS o
  FULL JOIN ${other} AS t
  USING (indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
  WHERE o IS DISTINCT FROM t)
SELECT
  cell_name(indicator, series, stratum, stratum_value, attribution, level, node, kind, period_start)
  || E'\n    without ' || coalesce(CAST(o AS VARCHAR), 'none')
  || E'\n    with    ' || coalesce(CAST(t AS VARCHAR), 'none')
FROM changed AS c
WHERE NOT EXISTS (
    FROM home AS h
    WHERE h.attribution = c.attribution AND h.level = c.level AND h.node = c.node)
  OR NOT CASE
    WHEN NOT of_persons THEN TRUE
    WHEN stratum = 'SEX' THEN stratum_value IN (SELECT sex FROM lived)
    ELSE EXISTS (
      FROM aged AS a
      WHERE a.kind = c.kind AND a.period_start = c.period_start AND a.age = c.stratum_value)
  END
  OR coalesce(t.persons, 0) - coalesce(o.persons, 0) NOT BETWEEN 0 AND (SELECT count(*) FROM lived)
ORDER BY 1
LIMIT 20;
