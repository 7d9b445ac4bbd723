-- Q06: days until a wound healed, and how many wounds were treated with antibiotics.

INSERT INTO source VALUES ('Q06', 'outcome_event'), ('Q06', 'enrolment');

INSERT INTO series
SELECT 'Q06', name, kind, FALSE, FALSE, 0, attribution, 'ALL', 'ALL'
FROM
  (VALUES ('MAIN', 'DAYS'), ('ANTIBIOTICS', 'SHARE')) AS n(name, kind),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('Q06', 'MAIN'), ('Q06', 'ANTIBIOTICS');

CREATE TABLE q06_wound AS
WITH wound AS (
  SELECT event_id, person_key, local_day(occurred_at) AS day, healed_at, antibiotics_used
  FROM outcome_event
  WHERE event_type = 'WOUND'),
-- Trap: the day a stay ends still belongs to it, unless another stay covers that day.
placed_at AS (
  SELECT
    e.*,
    s.org_unit_id,
    s.enrolment_type,
    s.end_date = e.day AS on_the_end_day
  FROM wound AS e
  JOIN scope_stay AS s
    ON s.person_key = e.person_key AND e.day BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY e.event_id
    ORDER BY
      e.day < s.end_date DESC,
      s.enrolment_type = 'RESIDENTIAL' DESC,
      s.start_date DESC,
      s.enrolment_id DESC) = 1),
home_care AS (
  SELECT p.event_id, s.org_unit_id
  FROM placed_at AS p
  JOIN stay AS s
    ON s.person_key = p.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= p.day
    AND (p.day < s.end_date OR (p.on_the_end_day AND p.day = s.end_date))
  WHERE p.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY p.event_id
    ORDER BY p.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1)
SELECT 'AS_WAS_GEO' AS attribution, * EXCLUDE (enrolment_type, on_the_end_day) FROM placed_at
UNION ALL BY NAME
SELECT
  'AS_WAS' AS attribution,
  p.* EXCLUDE (org_unit_id, enrolment_type, on_the_end_day),
  CASE WHEN h.event_id IS NOT NULL THEN h.org_unit_id ELSE p.org_unit_id END AS org_unit_id
FROM placed_at AS p
LEFT JOIN home_care AS h USING (event_id);

-- Trap: it counts when the wound arose. What has not healed is followed to as-of; healed before
-- it arose is no time at all.
INSERT INTO counted BY NAME
WITH timed AS (
  SELECT
    *,
    coalesce(healed_at < day, FALSE) AS left_out,
    coalesce(healed_at <= as_of, FALSE) AS done
  FROM q06_wound, run)
SELECT
  'Q06' AS indicator_id,
  'MAIN' AS series,
  attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  NOT left_out AND done AS numerator,
  NOT left_out AS denominator,
  left_out AS unknown,
  CASE WHEN NOT left_out THEN CASE WHEN done THEN healed_at ELSE as_of END - day END AS days,
  NOT left_out AND NOT done AS still_open
FROM timed;

-- Trap: an unknown answer is outside here, and a wound without valid time has an answer all the
-- same.
INSERT INTO counted BY NAME
SELECT
  'Q06' AS indicator_id,
  'ANTIBIOTICS' AS series,
  attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  day,
  org_unit_id,
  person_key,
  coalesce(antibiotics_used = 'YES', FALSE) AS numerator,
  coalesce(antibiotics_used IN ('YES', 'NO'), FALSE) AS denominator,
  coalesce(antibiotics_used NOT IN ('YES', 'NO'), TRUE) AS unknown
FROM q06_wound;
