FOR EACH item IN list
    TALK item
NEXT
