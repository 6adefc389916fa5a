IF total > 3 THEN
    TALK "a"
ELSE IF name = "x" THEN
    TALK "d"
END IF
