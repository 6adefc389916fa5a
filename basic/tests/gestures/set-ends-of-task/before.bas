HEAR wish WITH "What can we book for you?"
how = TALK ANSWER wish WITH EXITS "booked; gave up; later" ' the task
SELECT CASE how
    CASE "booked"
        GOTO thanks
    CASE "gave up"
        GOTO person
    CASE "unknown"
        GOTO person
END SELECT
EXIT

thanks:
TALK "See you then."
EXIT

person:
TALK "Somebody will call you."
