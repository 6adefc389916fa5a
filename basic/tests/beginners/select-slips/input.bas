x = 1
SELECT x
    CASE 1
        TALK "a"
END SELECT
SELECT CASE x
    TALK "before"
    CASE 1
        TALK "a"
    CASE
        TALK "b"
    CASE 1
        TALK "again"
    CASE OTHER
        TALK "c"
END SELECT
SELECT CASE x
    CASE 1 TO 5
        TALK "d"
    CASE IS > 5
        TALK "e"
    CASE "a", 
        TALK "f"
    ELSE
        TALK "g"
END SELECT
SELECT CASE
    CASE 1
        TALK "h"
END SELECT
