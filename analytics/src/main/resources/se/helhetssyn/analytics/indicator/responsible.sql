SELECT person_key, reference_day, stay_start, geographical_unit,
       coalesce(home_care_unit, geographical_unit) AS unit
FROM (
  SELECT m.person_key, m.reference_day, s.start_date AS stay_start,
         s.org_unit_id AS geographical_unit,
         CASE WHEN s.enrolment_type = 'HOME_HEALTH' THEN h.org_unit_id END AS home_care_unit,
         row_number() OVER (
           PARTITION BY m.person_key, m.reference_day
           ORDER BY CASE WHEN m.reference_day < s.until THEN 0 ELSE 1 END,
                    CASE WHEN s.enrolment_type = 'RESIDENTIAL' THEN 0 ELSE 1 END,
                    s.start_date DESC, s.enrolment_id DESC,
                    CASE WHEN m.reference_day < h.until THEN 0 ELSE 1 END,
                    h.start_date DESC, h.enrolment_id DESC) AS place
  FROM (${moments}) m
  JOIN (
    SELECT e.enrolment_id, e.person_key, e.org_unit_id, e.enrolment_type, e.start_date,
           coalesce(least(e.end_date, p.death_date), DATE '9999-12-31') AS until
    FROM enrolment e
    LEFT JOIN person p ON p.person_key = e.person_key
    WHERE e.enrolment_type IN ('RESIDENTIAL', 'HOME_HEALTH')
  ) s
    ON s.person_key = m.person_key
   AND s.start_date <= m.reference_day
   AND m.reference_day <= s.until
  LEFT JOIN (
    SELECT e.enrolment_id, e.person_key, e.org_unit_id, e.start_date,
           coalesce(least(e.end_date, p.death_date), DATE '9999-12-31') AS until
    FROM enrolment e
    LEFT JOIN person p ON p.person_key = e.person_key
    WHERE e.enrolment_type = 'HOME_CARE'
  ) h
    ON h.person_key = m.person_key
   AND h.start_date <= m.reference_day
   AND (m.reference_day < h.until
        OR (m.reference_day = h.until AND m.reference_day = s.until))
) ranked
WHERE place = 1
