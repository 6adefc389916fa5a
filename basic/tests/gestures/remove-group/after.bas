TALK "Welcome!"
IF a THEN
END IF
IF b THEN
END IF
x = GET "https://example.org"
EXIT

last:
TALK "last"
