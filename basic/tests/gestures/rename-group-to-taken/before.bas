a:
TALK "a"
b:
TALK "b"
GOTO b
