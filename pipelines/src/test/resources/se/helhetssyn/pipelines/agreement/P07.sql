-- P07: goals reached, of the goals assessed when plans were revised or followed up.

INSERT INTO source VALUES ('P07', 'plan_revision'), ('P07', 'plan'), ('P07', 'enrolment');

INSERT INTO series
SELECT 'P07', 'MAIN', 'SHARE', FALSE, TRUE, 0, attribution, 'ALL', 'ALL'
FROM (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('P07', 'MAIN');

INSERT INTO counted BY NAME
-- Trap: every kind of revision and of plan. Where nothing was assessed, or nobody said how many
-- goals were reached, there is nothing to sum, on either side.
WITH revised AS (
  SELECT
    v.revision_id,
    p.person_key,
    v.revised_at AS day,
    v.goals_reached,
    v.goals_assessed
  FROM plan_revision AS v
  JOIN plan AS p USING (plan_id)
  WHERE v.goals_assessed > 0 AND v.goals_reached IS NOT NULL),
-- Trap: the person's unit that day, not the plan's. The day a stay ends still belongs to it, unless
-- another stay covers that day. Overlapping stays: residential before home health, then the latest
-- start, then the highest id.
placed_at AS (
  SELECT
    a.*,
    s.org_unit_id,
    s.enrolment_type,
    s.end_date = a.day AS on_the_end_day
  FROM revised AS a
  JOIN scope_stay AS s
    ON s.person_key = a.person_key AND a.day BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY a.revision_id
    ORDER BY
      a.day < s.end_date DESC,
      s.enrolment_type = 'RESIDENTIAL' DESC,
      s.start_date DESC,
      s.enrolment_id DESC) = 1),
home_care AS (
  SELECT p.revision_id, s.org_unit_id
  FROM placed_at AS p
  JOIN stay AS s
    ON s.person_key = p.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= p.day
    AND (p.day < s.end_date OR (p.on_the_end_day AND p.day = s.end_date))
  WHERE p.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY p.revision_id
    ORDER BY p.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
attributed AS (
  SELECT 'AS_WAS_GEO' AS attribution, revision_id, org_unit_id FROM placed_at
  UNION ALL
  SELECT
    'AS_WAS',
    p.revision_id,
    CASE WHEN h.revision_id IS NOT NULL THEN h.org_unit_id ELSE p.org_unit_id END
  FROM placed_at AS p
  LEFT JOIN home_care AS h USING (revision_id))
SELECT
  'P07' AS indicator_id,
  'MAIN' AS series,
  w.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  p.day,
  w.org_unit_id,
  p.person_key,
  -- Trap: goals are summed; a revision with ten goals weighs ten times one with a single goal.
  -- Trap: more goals reached than assessed is no share; it is known that it is not known.
  p.goals_reached BETWEEN 1 AND p.goals_assessed AS numerator,
  p.goals_reached <= p.goals_assessed AS denominator,
  p.goals_reached > p.goals_assessed AS unknown,
  p.goals_reached AS numerator_weight,
  p.goals_assessed AS denominator_weight
FROM placed_at AS p
JOIN attributed AS w USING (revision_id);
