' Finds out what people look for, shows what fits from the table "homes", and arranges a viewing.

TABLE homes
    ref string(20) key
    kind string(10)
    area string(50)
    rooms integer
    price number
    address string(200)
    is_free boolean
END TABLE

welcome:
TALK "Hello! Let us find a home for you."
HEAR kind AS "Rent", "Buy" WITH "Would you like to rent or to buy?"
IF kind = "" THEN GOTO talk_to_us

search:
HEAR area AS "Centre", "North", "South", "Anywhere" WITH "In which part of the town?"
HEAR rooms AS INTEGER WITH "How many rooms at least?"
HEAR budget AS MONEY WITH "And what is the most it may cost?"
IF budget = "" THEN GOTO talk_to_us
homes = FIND "homes" WHERE kind = kind AND rooms >= rooms AND price <= budget AND is_free = TRUE ORDER BY price LIMIT 5
IF area <> "Anywhere" AND area <> "" THEN homes = FILTER(homes, "area = '${area}'")
IF COUNT(homes) = 0 THEN GOTO nothing_found

show_homes:
TALK "This fits:"
refs = []
FOR EACH home IN homes
    TALK "**${home.ref}** ${home.address}: ${home.rooms} rooms, ${FORMAT(home.price, "#,##0")}"
    refs.push(home.ref)
NEXT
HEAR ref AS MENU refs, * WITH "Which one would you like to see? You can also write what you would like to know."
IF ref IN refs THEN GOTO viewing

own_question:
question = ref
GOTO your_contact

viewing:
HEAR day AS DATE WITH "Which day suits you? You can write *tomorrow*."
IF day <= TODAY() THEN
    TALK "From tomorrow on, please."
    GOTO viewing
END IF
IF WEEKDAY(day) = 1 THEN
    TALK "On Sundays we are not there. Another day, please."
    GOTO viewing
END IF
HEAR part AS "Morning", "Afternoon", "Evening" WITH "At what time of the day?"
question = "Viewing of ${ref}, ${day}, ${part}"

your_contact:
HEAR name AS NAME WITH "What is your name?"
HEAR phone AS MOBILE WITH "Which number may we call?"
HEAR email AS EMAIL WITH "And your e-mail address?"
CREATE LEAD WITH name = name, email = email, phone = phone, budget = budget, kind = kind
CREATE TASK "Enquiry of ${name}: ${kind}" WITH description = "${question}, ${phone}, ${email}", priority = "high", due = "tomorrow 10:00"
TALK "Thank you, ${name}. We call you within one working day."
END

nothing_found:
HEAR wider AS "Change my search", "Tell me when there is something" WITH "There is nothing like that just now."
IF wider = "Change my search" THEN GOTO search
question = "Looks for ${kind}, ${area}, ${rooms} rooms, up to ${budget}"
GOTO your_contact

talk_to_us:
TALK "It is best to talk about it. You reach us at +55 11 4002-8922, on weekdays from 9 to 18."
