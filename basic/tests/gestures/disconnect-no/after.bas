IF a THEN
    TALK "a"
END IF
b:
TALK "b"
