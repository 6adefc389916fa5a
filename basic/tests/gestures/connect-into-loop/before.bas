FOR EACH item IN list
    TALK item
NEXT
EXIT

x:
TALK "x"
