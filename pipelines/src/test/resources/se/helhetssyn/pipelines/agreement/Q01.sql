-- Q01: discussed cases where every register relevant to the person was up to date when the
-- conference began.

INSERT INTO source VALUES
  ('Q01', 'conference'),
  ('Q01', 'conference_case'),
  ('Q01', 'enrolment'),
  ('Q01', 'quality_register_entry'),
  ('Q01', 'person');

INSERT INTO series VALUES ('Q01', 'MAIN', 'SHARE', FALSE, FALSE, 0, 'AS_WAS', 'ALL', 'ALL');

INSERT INTO series_person VALUES ('Q01', 'MAIN');

INSERT INTO counted BY NAME
WITH discussed AS (
  SELECT
    c.case_id,
    c.person_key,
    k.org_unit_id,
    k.actual_start,
    local_day(k.actual_start) AS day
  FROM conference_case AS c
  JOIN conference AS k USING (conference_id)
  WHERE c.outcome = 'DISCUSSED' AND k.status = 'HELD' AND k.actual_start IS NOT NULL),
-- The stay that is responsible that day. Trap: the day a stay ends still belongs to it, unless
-- another stay covers that day.
placed_at AS (
  SELECT
    d.*,
    s.org_unit_id AS scope_unit_id,
    s.enrolment_type,
    s.end_date = d.day AS on_the_end_day
  FROM discussed AS d
  JOIN scope_stay AS s
    ON s.person_key = d.person_key AND d.day BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY d.case_id
    ORDER BY
      d.day < s.end_date DESC,
      s.enrolment_type = 'RESIDENTIAL' DESC,
      s.start_date DESC,
      s.enrolment_id DESC) = 1),
home_care AS (
  SELECT p.case_id, s.org_unit_id
  FROM placed_at AS p
  JOIN stay AS s
    ON s.person_key = p.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= p.day
    AND (p.day < s.end_date OR (p.on_the_end_day AND p.day = s.end_date))
  WHERE p.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY p.case_id
    ORDER BY p.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
-- Trap: the person's own unit decides, not the one that holds the conference, by what it was
-- meant for that day (outside the days it is known for, nearest in time). Home care at a unit that
-- is not known is not at where she lives.
oriented AS (
  SELECT p.*, u.orientation
  FROM placed_at AS p
  LEFT JOIN home_care AS h USING (case_id)
  LEFT JOIN org_unit AS u
    ON u.org_unit_id = CASE WHEN h.case_id IS NOT NULL THEN h.org_unit_id ELSE p.scope_unit_id END
  QUALIFY row_number() OVER (
    PARTITION BY p.case_id
    ORDER BY
      greatest(u.valid_from - p.day, coalesce(p.day - u.valid_to + 1, 0), 0),
      u.valid_from) = 1),
-- Trap: whose year of birth is not known has no relevant Senior alert; a wound that healed on the
-- day itself is no longer open.
relevant AS (
  SELECT o.case_id, r.register
  FROM oriented AS o
  LEFT JOIN person AS p USING (person_key)
  CROSS JOIN (VALUES ('SENIOR_ALERT'), ('BPSD'), ('RIKSSAR')) AS r(register)
  WHERE coalesce(
      CASE r.register
        WHEN 'SENIOR_ALERT' THEN year(o.day) - p.birth_year >= 65
        WHEN 'BPSD' THEN o.orientation = 'DEMENTIA'
        ELSE EXISTS (
          FROM outcome_event AS e
          WHERE e.person_key = o.person_key
            AND e.event_type = 'WOUND'
            AND local_day(e.occurred_at) <= o.day
            AND (e.healed_at IS NULL OR e.healed_at > o.day))
      END,
      FALSE)
    -- Trap: a register the person has opted out of drops out, not the case.
    AND NOT list_contains(
      list_transform(
        regexp_split_to_array(coalesce(p.register_opt_out, ''), '[;,]'), lambda x : trim(x)),
      r.register)),
-- Trap: typed in before the conference, to the minute, whatever day it is about.
answers AS (
  SELECT
    o.case_id,
    bool_and(EXISTS (
      FROM quality_register_entry AS e
      WHERE e.person_key = o.person_key
        AND e.register = r.register
        AND e.registered_at < o.actual_start
        AND o.day - e.reference_date BETWEEN 0 AND 183)) AS updated
  FROM oriented AS o
  JOIN relevant AS r USING (case_id)
  GROUP BY ALL)
SELECT
  'Q01' AS indicator_id,
  'MAIN' AS series,
  'AS_WAS' AS attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  o.day,
  o.org_unit_id,
  o.person_key,
  a.updated AS numerator,
  TRUE AS denominator,
  FALSE AS unknown
FROM oriented AS o
JOIN answers AS a USING (case_id);
