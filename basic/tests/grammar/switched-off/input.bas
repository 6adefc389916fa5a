TALK "Hello"
' @off
TALK "not said"
TABLE visits
    id AS TEXT KEY
END TABLE

' Asked later again
' @OFF
IF missing(x THEN
    TALK "not said either"
    ' inside
    HEAR a AS NAME
END IF
FOR i = 1 TO 2
    ' @off
    TALK "nor this"
    TALK "round " + i
NEXT
HEAR topic AS "A", "B"
' @off
SELECT CASE topic
    CASE "A"
        GOTO nowhere
END SELECT
TALK a
