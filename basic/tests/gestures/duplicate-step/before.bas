FOR EACH item IN list
    again:
    TALK item
    GOTO again
NEXT
