IF age > 17 THEN
    GOTO adult
ELSE
    GOTO child
END IF
TALK "?"
EXIT

adult:
TALK "a"
EXIT

child:
TALK "c"
