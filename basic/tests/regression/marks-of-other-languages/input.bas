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
