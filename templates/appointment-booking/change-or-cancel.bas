' Finds an appointment by its number and the date of birth, and cancels it. Three wrong answers lead to a person.

tries = 0

which_appointment:
tries = tries + 1
IF tries > 3 THEN GOTO ask_a_person
HEAR number WITH "What is the number of your appointment? It stands in our mail, for example A-20261224-0042."
HEAR born AS DATE WITH "And your date of birth?"
found = FIND "appointments" WHERE number = number AND born = born
IF COUNT(found) = 0 THEN
    TALK "I find no appointment with this number and date of birth."
    GOTO which_appointment
END IF

what_to_change:
HEAR wish AS "Cancel it", "Choose another time", "Leave it" WITH "It is on ${FORMAT(found.on_day, "DD/MM/YYYY")} at ${found.at_time}. What shall I do?"
SELECT CASE wish
    CASE "Cancel it"
        GOTO cancel_it
    CASE "Choose another time"
        GOTO another_time
    CASE ELSE
        GOTO leave_it
END SELECT

cancel_it:
DELETE FROM "appointments" WHERE number = found.number
CREATE TASK "Appointment ${found.number} was cancelled" WITH description = "${found.name}, ${found.service}"
TALK "It is cancelled. Thank you for telling us."
RETURN

another_time:
DELETE FROM "appointments" WHERE number = found.number
TALK "The old time is free again. Choose *Book* to pick a new one."
RETURN

leave_it:
TALK "Good, it stays as it is."
RETURN

ask_a_person:
TRANSFER TO HUMAN "front desk", "high", "Cannot find an appointment"
TALK "Let me ask a colleague to look for it. Somebody answers here soon."
