id = "7"
DELETE "guests", "id=" + id
removed = DELETE "guests", "id=" + id
POST "https://example.org/hook", id, 1, 2
SET "guests", "id=7", "state=gone"
rows = [{ n: 1 }]
big = FILTER(rows, n > 1)
FOR i = POST "https://example.org/a", 1 TO POST "https://example.org/b", 2
NEXT
IF id THEN RETURN WITH id AS id ELSE POST "https://example.org", 1, "text/plain"
