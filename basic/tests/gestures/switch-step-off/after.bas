TALK "a"
' why
' @off
TALK "b"
TALK "c"
