-- Rows that only one of two has.
(SELECT '${what} only in the whole: ' || CAST(r AS VARCHAR)
FROM (FROM (${whole}) EXCEPT ALL FROM (${halves})) AS r
LIMIT 10)
UNION ALL
(SELECT '${what} only in the halves: ' || CAST(r AS VARCHAR)
FROM (FROM (${halves}) EXCEPT ALL FROM (${whole})) AS r
LIMIT 10)
