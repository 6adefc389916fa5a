' Takes reservations: for how many, when, and under which name. Large parties are for a person.

TABLE reservations
    number string(20) key
    name string(100)
    phone string(30)
    seats integer
    on_day date
    at_time string(5)
    note text
END TABLE

ON MESSAGE "menu" GOTO the_menu

our_house:
times = ["18:00", "18:30", "19:00", "19:30", "20:00", "20:30"]
seats_in_all = 40
closed_weekday = 2

welcome:
TALK "Good evening! This is Trattoria Example."
HEAR wish AS "Reserve a table", "See the menu", "Opening hours" WITH "What may I do for you?"
SELECT CASE wish
    CASE "Reserve a table"
        GOTO how_many
    CASE "See the menu"
        GOTO the_menu
    CASE "Opening hours"
        GOTO opening_hours
    CASE ELSE
        GOTO opening_hours
END SELECT

how_many:
HEAR seats AS INTEGER WITH "For how many people?"
IF seats < 1 THEN
    TALK "I need a number, at least 1."
    GOTO how_many
END IF
IF seats > 8 THEN GOTO large_party

which_day:
HEAR day AS DATE WITH "For which day? You can write *today* or *tomorrow*."
IF day < TODAY() THEN
    TALK "That day has passed. Please choose another one."
    GOTO which_day
END IF
IF WEEKDAY(day) = closed_weekday THEN
    TALK "On Mondays we rest. Please choose another day."
    GOTO which_day
END IF

which_time:
HEAR at_time AS MENU times WITH "At what time?"
IF at_time = "" THEN GOTO goodbye
booked = FIND "reservations" WHERE on_day = day AND at_time = at_time LIMIT 200
IF (AGGREGATE "SUM", booked, "seats") + seats > seats_in_all THEN
    TALK "At that time we are full. Another time, perhaps?"
    GOTO which_time
END IF

your_name:
HEAR name AS NAME WITH "Under which name?"
HEAR phone AS MOBILE WITH "And a phone number, in case something comes up?"
HEAR note AS "Nothing special", "Child seat", "Wheelchair", * WITH "Is there anything we should know, such as an allergy?"

all_right:
HEAR verdict AS "Yes, reserve it", "Change something" WITH "A table for ${seats} on ${FORMAT(day, "DD/MM/YYYY")} at ${at_time}, for ${name}. Is that right?"
IF verdict = "Change something" THEN GOTO how_many
number = "T-" + GENERATE CODE 4
SAVE "reservations" WITH number = number, name = name, phone = phone, seats = seats, on_day = day, at_time = at_time, note = note
TALK "Your table is reserved. The number is **${number}**. We look forward to seeing you!"
END

large_party:
HEAR phone AS MOBILE WITH "How nice, a large party! Which number may we call to plan it with you?"
CREATE TASK "Large party of ${seats}" WITH description = phone, priority = "high"
TALK "We call you today, before seven in the evening."
END

the_menu:
BEGIN TALK
**To begin**: bruschetta 7, soup of the day 8
**Pasta**: pomodoro 13, vongole 18, ravioli with spinach 15
**From the oven**: pizza from 11, lasagne 14
**Sweet**: tiramisù 7, panna cotta 6

Ask us about allergens; we cook without gluten on request.
END TALK
GOTO reserve_now

opening_hours:
TALK "We cook from Tuesday to Sunday, from 18:00 to 22:30. On Mondays we rest."

reserve_now:
HEAR now AS "Reserve a table", "That is all" WITH "May I reserve a table for you?"
IF now = "Reserve a table" THEN GOTO how_many

goodbye:
TALK "Thank you, and see you soon!"
