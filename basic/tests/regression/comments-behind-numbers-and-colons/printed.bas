line_10: ' begins
line_20: ' counts
TALK "x"
line_30: ' odd
label_1: ' here
IF x = 1 THEN ' what
    TALK "a" ' said
ELSE
    REM or else
    TALK "b"
END IF
x = 1
FOR i = 1 TO 3 ' each
    TALK i
    REM done
NEXT
SELECT CASE x ' by number
    CASE 1 ' the first
        TALK "q"
    CASE ELSE ' the rest
        REM over
END SELECT
