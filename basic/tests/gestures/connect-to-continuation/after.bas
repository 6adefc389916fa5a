IF a THEN
    TALK "a"
END IF
after:
' from here on
TALK "b"
EXIT

x:
TALK "x"
GOTO after
