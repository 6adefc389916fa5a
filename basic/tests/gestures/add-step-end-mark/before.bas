TALK "Welcome!"
GOTO bye

bye:
TALK "Bye!"
