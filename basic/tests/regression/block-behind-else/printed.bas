IF n = 1 THEN
    TALK "a"
ELSE
    : WHILE
END IF
n = 1
