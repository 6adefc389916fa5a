HEAR t AS "A", "B", * WITH "?"
SELECT CASE t
    CASE ELSE
        GOTO b
END SELECT
EXIT
b:
TALK "b"
