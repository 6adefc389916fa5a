' Signs people up for an event, counts the seats, and keeps a waiting list when they are gone.

TABLE guests
    number string(20) key
    name string(100)
    email string(254)
    workshop string(100)
    food string(50)
    waiting boolean
END TABLE

our_event:
seats = 20
event_start = "2027-05-14 09:30"

welcome:
TALK "Hello! This is the sign-up for our open day on ${FORMAT(event_start, "DD/MM/YYYY")} at ${FORMAT(event_start, "HH:mm")}."
HEAR comes AS "I would like to come", "Tell me more" WITH "What would you like?"
IF comes = "I would like to come" THEN GOTO about_you

tell_more:
BEGIN TALK
A day to look behind the scenes:

- 09:30 coffee and welcome
- 10:00 three workshops to choose from
- 12:30 lunch together
- 14:00 a walk through the house, until 16:00

It costs nothing, and lunch is on us.
END TALK
HEAR comes AS "I would like to come", "Not this time" WITH "Shall I keep a seat for you?"
IF comes <> "I would like to come" THEN GOTO not_this_time

about_you:
HEAR name AS NAME WITH "What is your name?"
HEAR email AS EMAIL WITH "To which address shall we send the confirmation?"
IF email = "" THEN GOTO not_this_time
known = FIND "guests" WHERE email = email FIRST
IF COUNT(known) > 0 THEN GOTO already_there

which_workshop:
HEAR workshop AS "Pottery", "Photography", "Bread baking" WITH "Which workshop would you like to join?"
HEAR food AS "Everything", "Vegetarian", "Vegan" WITH "And what do you eat?"
taken = FIND "guests" WHERE workshop = workshop AND waiting = FALSE LIMIT 1000
IF COUNT(taken) >= seats THEN GOTO full

sign_up:
number = "G-" + GENERATE CODE 5
SAVE "guests" WITH number = number, name = name, email = email, workshop = workshop, food = food, waiting = FALSE
invitation = ICS({ title: "Open day", start: event_start, minutes: 390, location: "12 Harbour Street" })
SEND MAIL email, "Your seat at the open day", "See you on ${FORMAT(event_start, "DD/MM/YYYY")}! Your number is ${number}. The attached file puts the day into your calendar.", invitation
TALK "You are signed up, ${name}: **${workshop}**, number **${number}**. A mail with the date for your calendar is on its way."
END

full:
HEAR waits AS "Choose another workshop", "Put me on the waiting list", "Not this time" WITH "I am sorry, this workshop is full."
SELECT CASE waits
    CASE "Choose another workshop"
        GOTO which_workshop
    CASE "Put me on the waiting list"
        GOTO waiting_list
    CASE ELSE
        GOTO not_this_time
END SELECT

waiting_list:
number = "W-" + GENERATE CODE 5
SAVE "guests" WITH number = number, name = name, email = email, workshop = workshop, food = food, waiting = TRUE
TALK "You are on the waiting list. We write to ${email} as soon as a seat is free."
END

already_there:
HEAR stays AS "Keep my seat", "Cancel my seat" WITH "You are signed up already, with the number ${known.number}. Shall it stay so?"
IF stays <> "Cancel my seat" THEN GOTO see_you
DELETE FROM "guests" WHERE number = known.number
TALK "Your seat is free for somebody else now. Thank you for telling us."
END

see_you:
TALK "Good. We look forward to seeing you!"
END

not_this_time:
TALK "What a pity! The next open day comes for sure."
