FOR EACH item IN list
    IF item = "" THEN
    END IF
    TALK item
NEXT
TALK "done"
