TALK "a"
HEAR topic AS "A", "B"
SELECT CASE topic
    CASE "A"
        TALK "1"
END SELECT
TALK "b"
