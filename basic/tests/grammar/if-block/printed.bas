a = 1
IF a = 1 THEN
    TALK "one"
ELSE IF a = 2 THEN
    TALK "two"
ELSE IF a = 3 THEN
    TALK "three"
ELSE
    TALK "many"
END IF
