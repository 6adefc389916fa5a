start:
TALK "a"
GOTO start
