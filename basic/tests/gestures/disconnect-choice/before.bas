HEAR topic AS "A", "B"
SELECT CASE topic
    CASE "A"
        GOTO one
    CASE ELSE
        GOTO two
END SELECT
one:
TALK "1"
two:
TALK "2"
