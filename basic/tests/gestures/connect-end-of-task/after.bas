start:
HEAR wish WITH "What can we book for you?"
outcome = TALK ANSWER wish WITH TOOLS "book" WITH EXITS "booked; gave up"
SELECT CASE outcome
    CASE "booked"
        GOTO thanks
    CASE "unknown"
    CASE ELSE
        GOTO start
END SELECT
TALK "And then?"
EXIT

thanks:
TALK "See you then."
EXIT

person:
TALK "Somebody will call you."
