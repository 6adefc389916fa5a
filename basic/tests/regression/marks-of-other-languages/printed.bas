x = 1
y = 2
z = 3
TALK "a"
TALK "b"
PRINT "total" + y
name = "Ana" ' who it is
TALK "hi" ' greeting
total = y - -3
rest = total - -y ' what is left
IF x = 1 THEN ' the first
    TALK "q"
    ' done
END IF
IF y = 2 THEN TALK "two"
IF y = 2 THEN
    TALK "two"
ELSE IF y = 3 THEN
    TALK "three"
END IF
IF z = 3 THEN
    TALK "three"
    ' so far
ELSE
    TALK "four"
END IF
HEAR age AS INTEGER WITH "How old?"
HEAR code
' what follows is from elsewhere
SUB notify(who)
    TALK who
END SUB
TYPE Guest
    name AS STRING
END TYPE
DIM scores(5) AS INTEGER
IF x = 1 THEN y = 1 ELSE IF x = 2 THEN y = 2 ELSE y = 3
FOR i = 1 TO 3
    TALK i
NEXT
FOR EACH row IN rows
    TALK row
NEXT
HEAR size AS MENU ["Small", "Large"]
PRINT scores[1] + x + " " + LEN(name)
TALK "wide"
y = [1, 2]
WAIT 120
WAIT (x + 1) * 3600
IF x = 9 THEN RETURN { a: 1 }
IF x = 8 THEN EXIT
FOR i = 1 TO 3
    FOR j = 1 TO 3
        TALK i * j
    NEXT
    ' both
NEXT
