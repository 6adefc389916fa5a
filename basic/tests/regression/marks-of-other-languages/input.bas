x = 1;
y = 2; z = 3
;
TALK "a"; TALK "b"
PRINT "total"; y
name = "Ana" -- who it is
TALK "hi" -- greeting
total = y -- 3
rest = total - -y -- what is left
IF x = 1 THEN -- the first
    TALK "q"
END IF -- done
IF y = 2
    THEN TALK "two"
IF y = 2
THEN
    TALK "two"
ELSE IF y = 3
THEN
    TALK "three"
END IF
IF z = 3 THEN TALK "three" ' so far
ELSE
    TALK "four"
END IF
HEAR age AS INTEGER MIN 18 MAX 120 WITH "How old?"
HEAR code AS TEXT REQUIRED
/* what follows
 * is from elsewhere */
Public Sub notify(ByVal who As String)
    TALK who
End Sub
TYPE Guest
    name AS STRING
END TYPE
DIM scores(1 TO 5) AS INTEGER
IF x = 1 THEN y = 1 ELSEIF x = 2 THEN y = 2 ELSE y = 3
FOR i IN 1 TO 3
    TALK i
NEXT
FOR EACH row IN rows
    TALK row
END FOR EACH
HEAR size AS ["Small", "Large"]
PRINT scores(1); x, LEN(name)
TALK ＂wide＂
y ＝ ［1， 2］
WAIT 2 MINUTES
WAIT x + 1 HOURS
IF x = 9 THEN RETURN WITH { a: 1 }
IF x = 8 THEN EXIT SCRIPT
FOR i = 1 TO 3
    FOR j = 1 TO 3
        TALK i * j
NEXT j, i ' both
