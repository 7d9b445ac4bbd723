SELECT person_key, reference_day, stay_start, geographical_unit,
       CASE WHEN in_home_care THEN home_care_unit ELSE geographical_unit END AS unit, present
FROM (
  SELECT m.person_key, m.reference_day, s.start_date AS stay_start,
         s.org_unit_id AS geographical_unit, m.reference_day < s.until AS present,
         h.org_unit_id AS home_care_unit,
         s.enrolment_type = 'HOME_HEALTH' AND h.enrolment_id IS NOT NULL AS in_home_care,
         row_number() OVER (
           PARTITION BY m.person_key, m.reference_day
           ORDER BY CASE WHEN m.reference_day < s.until THEN 0 ELSE 1 END,
                    CASE WHEN s.enrolment_type = 'RESIDENTIAL' THEN 0 ELSE 1 END,
                    s.start_date DESC, s.enrolment_id DESC,
                    CASE WHEN m.reference_day < h.until THEN 0 ELSE 1 END,
                    h.start_date DESC, h.enrolment_id DESC) AS place
  FROM turn m
  JOIN stay s
    ON s.person_key = m.person_key
   AND s.enrolment_type <> 'HOME_CARE'
   AND s.start_date <= m.reference_day
   AND m.reference_day <= s.until
  LEFT JOIN stay h
    ON h.person_key = m.person_key
   AND h.enrolment_type = 'HOME_CARE'
   AND h.start_date <= m.reference_day
   AND (m.reference_day < h.until
        OR (m.reference_day = h.until AND m.reference_day = s.until))
) ranked
WHERE place = 1
