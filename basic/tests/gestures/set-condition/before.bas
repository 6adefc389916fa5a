IF (a OR b) AND c THEN
    TALK "a"
ELSE IF d THEN
    TALK "d"
END IF
