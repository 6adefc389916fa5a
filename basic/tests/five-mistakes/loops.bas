guests = ["Ana", "Bia"]
FOR i = 1 10
    PRINT i
NEXT i
WHILE total < 3
    total = total +
WEND
FOR EACH guest IN guests
    TALK guest
NEXT person
IF total > 3 THEN
    EXIT FOR
END IF
x = LEFT("abc")
