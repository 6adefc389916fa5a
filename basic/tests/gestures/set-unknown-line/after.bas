TALK "b"
TALK "a"
