start:
TALK "Welcome!"
EXIT

bye:
TALK "Bye!"
GOTO start
