score := 0
HEAR answer AS "Paris" "Rome"
IF answer = "Paris" THEN score++
TALK “Your score: ” score
SELECT score
    CASE 1
        TALK "Well done"
END SELECT
GOTO again
