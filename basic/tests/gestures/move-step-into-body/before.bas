' greet
TALK "two
lines" ' c
IF a THEN
    WAIT 1
END IF
