FOR EACH item IN list
    IF item = "" THEN
        GOTO empty_one
    END IF
    TALK item
    CONTINUE

    empty_one:
    TALK "nothing"
NEXT
TALK "done"
