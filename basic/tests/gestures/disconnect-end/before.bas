TALK "Welcome!"
GOTO bye ' go

bye:
TALK "Bye!"
