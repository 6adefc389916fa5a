IF a THEN
    TALK "a"
ELSE
    GOTO b
END IF
b:
TALK "b"
