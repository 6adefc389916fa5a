TALK "Welcome!"
IF name = "x" THEN
END IF
bye_2:
TALK "copy"
GOTO bye_2
EXIT

bye:
TALK "Bye!"
