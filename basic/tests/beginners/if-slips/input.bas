x = 1
IF x = 1 TALK "a"
IF x == 1 THEN TALK "b"
IF x = 1 THEN
    TALK "c"
ELSIF x = 2 THEN
    TALK "d"
ELSE x = 3 THEN
    TALK "e"
END IF
IF x = THEN
    TALK "f"
END IF
IF THEN
    TALK "g"
END IF
IF (x = 1 THEN
    TALK "h"
END IF
IF x => 1 THEN TALK "i"
IF x = 1 AND THEN TALK "j"
IF x =! 1 THEN TALK "k"
IF x = 1 then: TALK "l"
IF x EQUALS 5 THEN
    TALK "a"
END IF
IF x EXISTS THEN TALK "b"
IF x ≥ 5 THEN TALK "c"
IF x GREATER THAN 5 THEN TALK "d"
