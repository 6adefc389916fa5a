HEAR wish WITH "What can we book for you?"
outcome = TALK ANSWER wish WITH EXITS "reserved; later" ' the task
SELECT CASE outcome
    CASE "reserved"
        GOTO thanks
    CASE "unknown"
        GOTO person
END SELECT
EXIT

thanks:
TALK "See you then."
EXIT

person:
TALK "Somebody will call you."
