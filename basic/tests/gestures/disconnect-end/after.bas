TALK "Welcome!"
EXIT ' go

bye:
TALK "Bye!"
