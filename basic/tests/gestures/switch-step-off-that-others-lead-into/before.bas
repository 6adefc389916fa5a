GOTO inside
IF x THEN
    inside:
    TALK "b"
END IF
