TALK "a"
IF x THEN
    ' it was @off
    TALK "b"
END IF
