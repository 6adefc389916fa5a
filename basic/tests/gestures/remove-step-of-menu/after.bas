TALK "a"
TALK "b"
