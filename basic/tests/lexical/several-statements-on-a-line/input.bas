x = 10 : y = 20 : TALK x + y
FOR EACH item IN ["a", "b"] : TALK item : NEXT
IF x > 5 THEN TALK "big" : y = 1 ELSE TALK "small" : y = 2
IF y = 1 THEN
    TALK "one"
ELSE IF y = 2 THEN TALK "two" : TALK "still two"
    TALK "below"
ELSE: TALK "other"
END IF
SELECT CASE y
    CASE 1: TALK "first" : TALK "case"
    CASE ELSE: TALK "none"
END SELECT
DO : x = x - 4 : LOOP UNTIL x < 0 ' counts down
TALK x < 0 ? "negative" : "positive"
IF x < 0 THEN TALK "end" END IF
again: n = n + 1
IF n < 3 THEN GOTO again
TALK n
