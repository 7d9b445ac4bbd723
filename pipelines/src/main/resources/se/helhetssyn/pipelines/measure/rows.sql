-- Rows that count, with what tells persons apart in this run alone and whom they are like. Age is that which is reached
-- in the year of the counting date.
SELECT r.measure, ${person} AS person,
       ${day} AS counted_on, r.period_no, r.as_was, r.unit, r.as_was_geo,
       r.geographical_unit, p.sex,
       CASE
         WHEN p.birth_year IS NULL THEN p.age_group
         WHEN year(r.counted_on) - p.birth_year < 65 THEN '<65'
         WHEN year(r.counted_on) - p.birth_year < 75 THEN '65-74'
         WHEN year(r.counted_on) - p.birth_year < 80 THEN '75-79'
         WHEN year(r.counted_on) - p.birth_year < 85 THEN '80-84'
         WHEN year(r.counted_on) - p.birth_year < 90 THEN '85-89'
         ELSE '90+'
       END AS age_group,
       r.flags, r.amounts
FROM (${counted}) r
LEFT JOIN person p ON p.person_key = r.person_key
