HEAR topic AS "A", "B"
SELECT CASE topic
    CASE "A"
        GOTO one
    CASE "B"
        GOTO two
END SELECT
one:
TALK "1"
EXIT

two:
TALK "2"
