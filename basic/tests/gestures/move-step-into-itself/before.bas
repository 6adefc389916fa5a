IF a THEN
    TALK "a"
END IF
