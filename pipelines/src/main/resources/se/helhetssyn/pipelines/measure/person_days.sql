-- Person-days as rows of a measure of their own: they weigh what they are below the line.
SELECT ${measure} AS measure, span_start AS counted_on, CAST(NULL AS INT) AS period_no,
       TRUE AS as_was, unit, TRUE AS as_was_geo, geographical_unit, person_key,
       'c' AS flags, ${amounts} AS amounts
FROM person_days
GROUP BY person_key, span_start, unit, geographical_unit
