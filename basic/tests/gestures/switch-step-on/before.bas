TALK "a"
IF x THEN
    ' @OFF
    ' why
    TALK "b"
END IF
