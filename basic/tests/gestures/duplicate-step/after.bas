FOR EACH item IN list
    again:
    TALK item
    GOTO again
NEXT
FOR EACH item IN list
    again_2:
    TALK item
    GOTO again_2
NEXT
