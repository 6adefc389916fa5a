TALK "a"
' @off
HEAR topic AS "A", "B"
' @off
SELECT CASE topic
    CASE "A"
        TALK "1"
END SELECT
TALK "b"
