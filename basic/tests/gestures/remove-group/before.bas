TALK "Welcome!"
IF a THEN GOTO bye
IF b THEN
    GOTO bye
END IF
x = GET "https://example.org" ELSE GOTO bye
ON MESSAGE "stop" GOTO bye

' the end
bye:
TALK "Bye!"
EXIT

last:
TALK "last"
GOTO bye
