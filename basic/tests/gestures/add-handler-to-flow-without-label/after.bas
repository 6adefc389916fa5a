start:
ON MESSAGE "menu" GOTO start
TALK "a"
