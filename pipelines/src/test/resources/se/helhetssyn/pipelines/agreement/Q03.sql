-- Q03: BPSD baselines with a follow-up within 56 days, and how the NPI total changed.

INSERT INTO source VALUES ('Q03', 'quality_register_entry'), ('Q03', 'enrolment');

INSERT INTO series
SELECT 'Q03', name, kind, FALSE, FALSE, 56, attribution, 'ALL', 'ALL'
FROM
  (VALUES ('MAIN', 'SHARE'), ('NPI_CHANGE', 'SCORE')) AS n(name, kind),
  (VALUES ('AS_WAS'), ('AS_WAS_GEO')) AS a(attribution);

INSERT INTO series_person VALUES ('Q03', 'MAIN'), ('Q03', 'NPI_CHANGE');

-- A change is what it is: nothing about it can be open.
INSERT INTO series_closed VALUES ('Q03', 'NPI_CHANGE');

INSERT INTO counted BY NAME
WITH baseline AS (
  SELECT entry_id, person_key, reference_date AS day, npi_total
  FROM quality_register_entry
  WHERE register = 'BPSD' AND entry_type = 'BASELINE'),
-- Trap: the day a stay ends still belongs to it, unless another stay covers that day.
placed_at AS (
  SELECT
    b.*,
    s.org_unit_id,
    s.enrolment_type,
    s.end_date = b.day AS on_the_end_day
  FROM baseline AS b
  JOIN scope_stay AS s
    ON s.person_key = b.person_key AND b.day BETWEEN s.start_date AND s.end_date
  QUALIFY row_number() OVER (
    PARTITION BY b.entry_id
    ORDER BY
      b.day < s.end_date DESC,
      s.enrolment_type = 'RESIDENTIAL' DESC,
      s.start_date DESC,
      s.enrolment_id DESC) = 1),
home_care AS (
  SELECT p.entry_id, s.org_unit_id
  FROM placed_at AS p
  JOIN stay AS s
    ON s.person_key = p.person_key
    AND s.enrolment_type = 'HOME_CARE'
    AND s.start_date <= p.day
    AND (p.day < s.end_date OR (p.on_the_end_day AND p.day = s.end_date))
  WHERE p.enrolment_type = 'HOME_HEALTH'
  QUALIFY row_number() OVER (
    PARTITION BY p.entry_id
    ORDER BY p.day < s.end_date DESC, s.start_date DESC, s.enrolment_id DESC) = 1),
attributed AS (
  SELECT 'AS_WAS_GEO' AS attribution, entry_id, org_unit_id FROM placed_at
  UNION ALL
  SELECT
    'AS_WAS',
    p.entry_id,
    CASE WHEN h.entry_id IS NOT NULL THEN h.org_unit_id ELSE p.org_unit_id END
  FROM placed_at AS p
  LEFT JOIN home_care AS h USING (entry_id)),
-- Trap: a follow-up on the day of the baseline is none; the first one is the answer, even if a
-- later one has the total that it lacks.
first_followup AS (
  SELECT p.entry_id, f.npi_total
  FROM placed_at AS p
  JOIN quality_register_entry AS f
    ON f.person_key = p.person_key
    AND f.register = 'BPSD'
    AND f.entry_type = 'FOLLOW_UP'
    AND f.reference_date - p.day BETWEEN 1 AND 56
  QUALIFY row_number() OVER (
    PARTITION BY p.entry_id ORDER BY f.reference_date, f.entry_id) = 1),
answers AS (
  SELECT
    p.entry_id,
    p.day,
    p.person_key,
    f.entry_id IS NOT NULL AS followed_up,
    f.npi_total - p.npi_total AS change
  FROM placed_at AS p
  LEFT JOIN first_followup AS f USING (entry_id))
SELECT
  'Q03' AS indicator_id,
  s.series,
  a.attribution,
  'ALL' AS stratum,
  'ALL' AS stratum_value,
  w.day,
  a.org_unit_id,
  w.person_key,
  s.series = 'NPI_CHANGE' OR w.followed_up AS numerator,
  TRUE AS denominator,
  FALSE AS unknown,
  CASE s.series WHEN 'NPI_CHANGE' THEN w.change END AS days,
  FALSE AS still_open
FROM answers AS w
JOIN attributed AS a USING (entry_id)
CROSS JOIN (VALUES ('MAIN'), ('NPI_CHANGE')) AS s(series)
WHERE s.series = 'MAIN' OR w.change IS NOT NULL;
