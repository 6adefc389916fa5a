' Books appointments: in the language of the visitor, on days when you are open, at times that are free.
' What you are most likely to change stands in the first card.

TABLE appointments
    number string(30) key
    name string(100)
    email string(254)
    phone string(30)
    born date
    service string(100)
    on_day date
    at_time string(5)
    UNIQUE(on_day, at_time, service)
END TABLE

ON MESSAGE "menu", "start over" GOTO what_to_do
ON MESSAGE "stop", "cancel" GOTO give_up
ON SILENCE 600 GOTO still_there

our_rules:
times = ["09:00", "10:00", "11:00", "14:00", "15:00", "16:00"]
closed_days = ["2026-12-25", "2027-01-01"]
days_ahead = 30
is_correcting = FALSE

welcome:
TALK "Hello! Olá! ¡Hola! This is the front desk of Studio Example."
HEAR language AS "English", "Português", "Español" WITH "Which language do you prefer? Qual idioma você prefere? ¿Qué idioma prefiere?"
SELECT CASE language
    CASE "English"
        SET LANGUAGE "en"
    CASE "Português"
        SET LANGUAGE "pt"
    CASE "Español"
        SET LANGUAGE "es"
END SELECT

what_to_do:
HEAR wish AS "Book", "Change or cancel", "Prices and plans", "Talk to a person", * WITH "What can I do for you?"
SELECT CASE wish
    CASE "Book"
        GOTO your_name
    CASE "Change or cancel"
        GOTO change_or_cancel
    CASE "Prices and plans"
        GOTO prices
    CASE "Talk to a person"
        GOTO talk_to_a_person
    CASE ELSE
        GOTO own_words
END SELECT

your_name:
HEAR name AS NAME WITH "What is your name?"
IF is_correcting THEN GOTO read_back

your_email:
HEAR email AS EMAIL WITH "Where can we write to you?"
IF is_correcting THEN GOTO read_back

your_phone:
HEAR phone AS MOBILE WITH "And your mobile number?"
IF is_correcting THEN GOTO read_back

your_birthday:
HEAR born AS DATE WITH "When were you born? For example 24/12/1990."
IF born >= TODAY() THEN
    TALK "That day is still to come. Please write the day you were born."
    GOTO your_birthday
END IF
IF is_correcting THEN GOTO read_back

which_service:
HEAR service AS "Consultation", "Check-up", "Treatment" WITH "What would you like to book?"
IF is_correcting THEN GOTO read_back

which_day:
HEAR day AS DATE WITH "Which day suits you? You can also write *tomorrow*."
IF day = "" THEN GOTO no_day
IF day <= TODAY() OR DAYS_BETWEEN(TODAY(), day) > days_ahead THEN
    TALK "I can book from tomorrow on, up to ${days_ahead} days ahead."
    GOTO which_day
END IF
IF WEEKDAY(day) = 1 OR day IN closed_days THEN
    TALK "We are closed on Sundays and holidays, also on ${FORMAT(day, "DD/MM/YYYY")}. Please choose another day."
    GOTO which_day
END IF

which_time:
booked = FIND "appointments" WHERE on_day = day AND service = service
free_times = []
FOR EACH slot IN times
    IF slot NOT IN MAP(booked, "at_time") THEN free_times.push(slot)
NEXT
IF COUNT(free_times) = 0 THEN
    TALK "That day is fully booked. Please choose another one."
    GOTO which_day
END IF
HEAR at_time AS MENU free_times WITH "These times are free. Which one do you take?"
IF at_time = "" THEN GOTO no_day

read_back:
is_correcting = FALSE
BEGIN TALK
Let me read it back:

- Name: **${name}**
- E-mail: **${email}**
- Mobile: **${phone}**
- Date of birth: **${FORMAT(born, "DD/MM/YYYY")}**
- Appointment: **${service}**, ${FORMAT(day, "DD/MM/YYYY")} at ${at_time}
END TALK
HEAR verdict AS "Confirm", "Correct something", "Give up" WITH "Is everything right?"
SELECT CASE verdict
    CASE "Confirm"
        GOTO confirmed
    CASE "Correct something"
        GOTO correct_something
    CASE "Give up"
        GOTO give_up
    CASE ELSE
        GOTO read_back
END SELECT

correct_something:
is_correcting = TRUE
HEAR wrong AS "Name", "E-mail", "Mobile", "Date of birth", "Service", "Day and time" WITH "What shall I ask again?"
SELECT CASE wrong
    CASE "Name"
        GOTO your_name
    CASE "E-mail"
        GOTO your_email
    CASE "Mobile"
        GOTO your_phone
    CASE "Date of birth"
        GOTO your_birthday
    CASE "Service"
        GOTO which_service
    CASE "Day and time"
        GOTO which_day
    CASE ELSE
        GOTO read_back
END SELECT

confirmed:
number = "A-" + FORMAT(day, "YYYYMMDD") + "-" + GENERATE CODE 4
SAVE "appointments" WITH number = number, name = name, email = email, phone = phone, born = born, service = service, on_day = day, at_time = at_time ELSE GOTO just_taken
SEND MAIL email, "Your appointment ${number}", "We expect you on ${FORMAT(day, "DD/MM/YYYY")} at ${at_time}. If something comes up, write to us and name the number ${number}."
TALK "Booked! Your number is **${number}**. A mail with everything is on its way to ${email}."
END

just_taken:
TALK "Somebody was faster and took that time. Let us find another one."
GOTO which_time

no_day:
TALK "No hurry. Write *menu* when you know which day suits you."
END

change_or_cancel:
CALL "change-or-cancel"
GOTO what_to_do

prices:
BEGIN TALK
- Consultation: 80
- Check-up: 120
- Treatment: from 150

A consultation takes half an hour, the others an hour.
END TALK
GOTO what_to_do

own_words:
words = LCASE(wish)
IF words CONTAINS "price" OR words CONTAINS "preço" OR words CONTAINS "precio" THEN GOTO prices
IF words CONTAINS "cancel" OR words CONTAINS "change" OR words CONTAINS "remarcar" OR words CONTAINS "cambiar" THEN GOTO change_or_cancel
IF words CONTAINS "appointment" OR words CONTAINS "consulta" OR words CONTAINS "cita" THEN GOTO your_name

talk_to_a_person:
TRANSFER TO HUMAN "front desk", "normal", wish
TALK "Somebody from the front desk takes over as soon as possible."
END

give_up:
TALK "All right, nothing was booked. Write to me whenever you like."
END

still_there:
TALK "Are you still there? I keep what you have told me; just write on."
HEAR answer WITH "Write *menu* to begin again."
GOTO what_to_do
