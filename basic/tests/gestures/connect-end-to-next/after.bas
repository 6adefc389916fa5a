TALK "Welcome!"

bye:
TALK "Bye!"
