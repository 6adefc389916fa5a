IF a THEN
    TALK "a"
    IF b THEN
        TALK "b"
    ELSE
        ' no b
        TALK "c"
    END IF
    TALK "d"
END IF
TALK "e"
EXIT

x:
TALK "x"
