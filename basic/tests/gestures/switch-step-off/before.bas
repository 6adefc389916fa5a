TALK "a"
' why
TALK "b"
TALK "c"
