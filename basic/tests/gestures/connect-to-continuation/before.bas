IF a THEN
    TALK "a"
END IF
' from here on
TALK "b"
EXIT

x:
TALK "x"
