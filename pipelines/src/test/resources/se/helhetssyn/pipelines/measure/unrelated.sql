CREATE SCHEMA joined;

-- The unit they come to: one that has been what it is all the time and holds conferences.
CREATE TABLE newhome AS
SELECT u.org_unit_id, u.parent_id, c.conferences
FROM named.org_unit AS u
JOIN (
  SELECT org_unit_id, list(conference_id ORDER BY conference_id) AS conferences
  FROM named.conference
  WHERE status = 'HELD'
  GROUP BY ALL) AS c USING (org_unit_id)
WHERE u.level = 'UNIT'
  AND u.unit_type IN ('RESIDENTIAL_CARE', 'HOME_CARE')
  AND len(c.conferences) >= 5
  AND u.org_unit_id IN (SELECT org_unit_id FROM named.org_unit GROUP BY ALL HAVING count(*) = 1)
ORDER BY hash(u.org_unit_id, ${seed})
LIMIT 1;

-- Those they are like: persons of one sex, two alive and two dead, of whom much is told, none of it
-- in that part.
CREATE TABLE alike AS
WITH told AS (
  SELECT person_key, 'enrolment' AS what, org_unit_id FROM named.enrolment
  UNION ALL
  SELECT person_key, 'plan', org_unit_id FROM named.plan
  UNION ALL
  SELECT person_key, 'risk', org_unit_id FROM named.risk_assessment
  UNION ALL
  SELECT person_key, 'deviation', org_unit_id FROM named.deviation
  UNION ALL
  SELECT person_key, 'event', org_unit_id FROM named.outcome_event
  UNION ALL
  SELECT person_key, 'register', org_unit_id FROM named.quality_register_entry
  UNION ALL
  SELECT person_key, 'case', c.org_unit_id
  FROM named.conference_case
  JOIN named.conference AS c USING (conference_id)),
near AS (
  SELECT org_unit_id FROM named.org_unit WHERE parent_id = (SELECT parent_id FROM newhome)),
rich AS (
  SELECT person_key, sex, count(DISTINCT what) AS kinds,
    sum(CASE WHEN death_date IS NULL THEN 0 ELSE 1 END) AS dead
  FROM told
  JOIN named.person USING (person_key)
  ANTI JOIN (SELECT person_key FROM told SEMI JOIN near USING (org_unit_id)) USING (person_key)
  WHERE sex IN ('F', 'M')
  GROUP BY ALL)
SELECT r.person_key
FROM rich AS r
JOIN (SELECT sex, sum(kinds) AS kinds FROM rich GROUP BY ALL ORDER BY kinds DESC, sex LIMIT 1) AS s
  USING (sex)
QUALIFY row_number() OVER (PARTITION BY r.dead > 0 ORDER BY r.kinds DESC, hash(r.person_key, ${seed})) <= 2;

CREATE MACRO age_reached(year, birth_year) AS
  CASE
    WHEN year - birth_year < 65 THEN '<65'
    WHEN year - birth_year < 75 THEN '65-74'
    WHEN year - birth_year < 80 THEN '75-79'
    WHEN year - birth_year < 85 THEN '80-84'
    WHEN year - birth_year < 90 THEN '85-89'
    WHEN birth_year IS NOT NULL THEN '90+'
  END;

-- Where rows of their unit, and of none, are counted.
CREATE TABLE home (attribution VARCHAR, level VARCHAR, node VARCHAR);
