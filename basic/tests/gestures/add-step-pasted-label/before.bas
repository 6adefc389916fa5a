TALK "Welcome!"
EXIT

bye:
TALK "Bye!"
