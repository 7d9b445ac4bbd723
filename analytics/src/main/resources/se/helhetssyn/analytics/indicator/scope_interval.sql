SELECT person_key, min(start_date) AS start_day, max(until) AS end_day
FROM (
  SELECT person_key, start_date, until,
         sum(CASE WHEN start_date <= reached THEN 0 ELSE 1 END) OVER (
           PARTITION BY person_key ORDER BY start_date, until
           ROWS UNBOUNDED PRECEDING) AS island
  FROM (
    SELECT person_key, start_date, until,
           max(until) OVER (
             PARTITION BY person_key ORDER BY start_date, until
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
    FROM stay
    WHERE enrolment_type <> 'HOME_CARE' AND start_date < until
  ) ordered
) numbered
GROUP BY person_key, island
