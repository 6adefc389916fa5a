TALK "a"
IF x THEN
    ' @OFF
    ' it was @off
    TALK "b"
END IF
