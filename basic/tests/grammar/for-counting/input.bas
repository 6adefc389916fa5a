FOR i = 1 TO 3
    TALK i
NEXT i
FOR i = 10 TO 1 STEP -4
    IF i < 3 THEN EXIT FOR
    TALK i
NEXT
