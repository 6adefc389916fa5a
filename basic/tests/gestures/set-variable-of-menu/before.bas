HEAR x AS "A", "B"
SELECT CASE x
    CASE "A"
        TALK "a"
END SELECT
