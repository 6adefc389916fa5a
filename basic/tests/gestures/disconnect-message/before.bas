ON MESSAGE "menu" GOTO menu
TALK "a"
menu:
TALK "m"
