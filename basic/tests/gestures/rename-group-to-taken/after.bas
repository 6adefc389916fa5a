a:
TALK "a"
a_2:
TALK "b"
GOTO a_2
