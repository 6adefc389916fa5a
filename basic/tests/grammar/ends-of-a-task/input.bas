ask:
HEAR wish WITH "What can we book for you?"
how = TALK ANSWER wish WITH TOOLS "*" WITH EXITS "booked; gave up"
SELECT CASE how
    CASE "booked"
        TALK "See you then."
    CASE "unknown"
        TRANSFER TO HUMAN
    CASE ELSE
        GOTO ask
END SELECT
