HEAR topic AS "A", "B"
SELECT CASE topic
    CASE "A"
    CASE "B"
    CASE ELSE
        GOTO two
END SELECT
one:
TALK "1"
two:
TALK "2"
