IF age > 17 THEN GOTO adult ' old enough
TALK "?"
adult:
TALK "a"
EXIT
child:
TALK "c"
