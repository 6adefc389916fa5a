start:
TALK "a"
