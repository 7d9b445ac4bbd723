SELECT e.enrolment_id, e.person_key, e.org_unit_id, e.enrolment_type, e.start_date,
       coalesce(least(e.end_date, p.death_date), DATE '9999-12-31') AS until
FROM enrolment e
LEFT JOIN person p ON p.person_key = e.person_key
WHERE e.enrolment_type IN ('RESIDENTIAL', 'HOME_HEALTH', 'HOME_CARE')
