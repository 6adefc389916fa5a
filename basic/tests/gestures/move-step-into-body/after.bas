IF a THEN
    WAIT 1
    ' greet
    TALK "two
lines" ' c
END IF
