TALK "a"

TALK "c"
