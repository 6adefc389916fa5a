start:
IF a THEN
    RETURN 1
    TALK "never"
ELSE
    GOTO start
END IF
TALK "never either"
TALK "reported once"
later:
TALK "reached"
EXIT
SUB f
END SUB
