start:
TALK "Welcome!"
GOTO start

bye:
TALK "Bye!"
GOTO bye
