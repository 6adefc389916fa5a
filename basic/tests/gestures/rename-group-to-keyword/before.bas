TALK "a"
b:
TALK "b"
