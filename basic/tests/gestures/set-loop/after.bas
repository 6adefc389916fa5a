FOR EACH item IN [1, 2] ' each
    TALK x
NEXT item
