TALK "a"
' about b
TALK "b" ' b

TALK "c"
TALK "d"
