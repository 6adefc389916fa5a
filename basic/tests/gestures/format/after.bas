TALK "a"
IF x THEN
    TALK "b"
END IF
= = broken
