TALK "a"
TALK "b"
EXIT

choose:
' ask
HEAR x AS "1", "2"
SELECT CASE x
    CASE "1"
        TALK "one"
END SELECT
