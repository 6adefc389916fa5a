FOR EACH x IN list ' each
    TALK x
NEXT x
