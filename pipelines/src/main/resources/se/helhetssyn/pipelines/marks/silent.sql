-- The months that DQ38 marked, as its keys tell them.
SELECT table_name, org_unit_id, CAST(right(record_key, 7) || '-01' AS DATE)
FROM mark
WHERE rule = 'DQ38'
ORDER BY ALL;
