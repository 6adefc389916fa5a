IF age > 17 THEN GOTO adult ELSE GOTO child ' old enough
TALK "?"
adult:
TALK "a"
EXIT
child:
TALK "c"
