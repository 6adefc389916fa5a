TALK "a"
EXIT

again_2:
again:
x = GET "https://example.org"
HEAR y TIMEOUT 5
IF x THEN
END IF
GOTO again
