TALK "a"
IF b THEN GOTO bye
GOSUB BYE
HEAR x TIMEOUT 5 GOTO bye ' bye
GOTO bye

bye:
TALK "GOTO bye"
