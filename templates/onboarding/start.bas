' Takes new colleagues through their first days: one thing at a time, with a reminder the next morning.

ON MESSAGE "list" GOTO what_is_left
ON MESSAGE "help", "question" GOTO ask_somebody

welcome:
HEAR name AS NAME WITH "Welcome on board! I take you through your first days. What is your name?"
TALK "Nice to have you here. There are four things to do, and I am here for all of them. Write *list* to see what is left, *help* to ask a person."
done = 0

contract:
HEAR answer AS "Done", "Later" WITH "1 of 4: Please sign your contract. The link is in the mail from HR."
IF answer = "Done" THEN done = done + 1

accounts:
HEAR answer AS "Done", "It does not work", "Later" WITH "2 of 4: Turn your laptop on and sign in with your new address."
SELECT CASE answer
    CASE "Done"
        done = done + 1
    CASE "It does not work"
        CREATE TASK "${name} cannot sign in" WITH description = "First day", assignee = "it@example.com", priority = "high"
        TALK "I have told IT. Somebody comes to you within an hour."
END SELECT

safety:
has_read = CALL "safety"
IF has_read THEN done = done + 1

your_buddy:
HEAR answer AS "Done", "Later" WITH "4 of 4: Have a coffee with your buddy. It is a good moment for all the questions nobody dares to ask."
IF answer = "Done" THEN done = done + 1

summary:
IF done >= 4 THEN GOTO all_done
HEAR answer AS "Go on now" WITH "${done} of 4 are done. We can go on now, or I ask you again tomorrow." TIMEOUT 86400 GOTO next_day
GOTO what_is_left

next_day:
TALK "Hello again! Shall we go on?"
GOTO what_is_left

what_is_left:
HEAR next_step AS "Contract", "Laptop", "Safety", "Buddy", "All done" WITH "What shall we look at?"
SELECT CASE next_step
    CASE "Contract"
        GOTO contract
    CASE "Laptop"
        GOTO accounts
    CASE "Safety"
        GOTO safety
    CASE "Buddy"
        GOTO your_buddy
    CASE ELSE
        GOTO all_done
END SELECT

ask_somebody:
HEAR question WITH "What would you like to know?"
CREATE TASK "Question of a new colleague" WITH description = "${name}: ${question}", assignee = "hr@example.com", due = "tomorrow 12:00"
TALK "I have passed it on; you get an answer by tomorrow noon."
GOTO what_is_left

all_done:
TALK "That is all. Have a great start!"
HEAR feeling AS INTEGER WITH "One last question: how was your beginning here, from 1 to 5?"
TRACK EVENT "onboarding finished", { feeling: feeling }
TALK "Thank you. See you around!"
