HEAR topic AS "A", "B"
SELECT CASE topic
    CASE "A", "B"
        GOTO one
END SELECT
one:
TALK "1"
EXIT

two:
TALK "2"
