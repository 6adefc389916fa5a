10 ' begins
20 REM counts
TALK "x"
30 # odd
label_1: REM here
IF x = 1 THEN: REM what
    TALK "a": REM said
ELSE: ' or else
    TALK "b":
END IF:
x = 1:
FOR i = 1 TO 3: REM each
    TALK i
NEXT: REM done
SELECT CASE x: REM by number
    CASE 1: REM the first
        TALK "q"
    CASE ELSE: REM the rest
END SELECT: REM over
