FOR EACH x IN [1]
    TALK x
NEXT y
