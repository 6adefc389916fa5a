rows = FIND "orders"
    WHERE total > 10
    ORDER BY total DESC
    LIMIT 5
limit = 3
TALK limit
