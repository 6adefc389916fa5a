IF age > 17 THEN
END IF
TALK "?"
EXIT

adult:
TALK "a"
EXIT

child:
TALK "c"
