TALK "a"
EXIT
b:
TALK "b"
