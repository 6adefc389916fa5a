n = 0
again:
n = n + 1
IF n < 3 THEN GOTO again
GOSUB show
EXIT
show: ' said here
TALK n
RETURN
