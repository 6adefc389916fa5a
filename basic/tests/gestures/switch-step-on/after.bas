TALK "a"
IF x THEN
    ' why
    TALK "b"
END IF
