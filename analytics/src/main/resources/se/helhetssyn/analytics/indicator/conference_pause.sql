-- A pause at a node holds for the units that belong to it then.
SELECT b.anchor AS org_unit_id,
       greatest(c.date_from, b.belongs_from) AS date_from,
       least(c.date_to, b.belongs_to - 1) AS date_to
FROM unit_calendar c
JOIN belonging b
  ON b.node = c.org_unit_id AND b.belongs_from <= c.date_to AND c.date_from < b.belongs_to
WHERE c.kind = 'CONFERENCE_PAUSE'
