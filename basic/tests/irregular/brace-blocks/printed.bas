x = 1
IF x = 1 THEN
    TALK "one"
ELSE IF x = 2 THEN
    TALK "two"
ELSE
    TALK "many"
END IF
