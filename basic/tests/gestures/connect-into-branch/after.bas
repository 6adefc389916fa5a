IF a THEN
    GOTO steps_2
END IF
after_2:
TALK "e"
EXIT

x:
TALK "x"
GOTO steps

steps_2:
TALK "a"
IF b THEN
    TALK "b"
ELSE
    GOTO steps
END IF
after:
TALK "d"
GOTO after_2

steps:
' no b
TALK "c"
GOTO after
