IF x = 1 THEN ' careful
    TALK "one"
    WAIT 1
END IF
TALK "on"
