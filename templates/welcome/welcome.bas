' A small working bot to begin with: change a text, try it beside the canvas, then publish.

welcome:
TALK "Hello! Good to see you here."
HEAR name AS NAME WITH "What is your name?"

main_menu:
HEAR wish AS "Opening hours", "Leave a message" WITH "How can I help, ${name}?"
SELECT CASE wish
    CASE "Opening hours"
        GOTO opening_hours
    CASE "Leave a message"
        GOTO leave_a_message
END SELECT

opening_hours:
TALK "We are here from Monday to Friday, 9 to 17."
GOTO main_menu

leave_a_message:
HEAR note WITH "What would you like to tell us?"
HEAR email AS EMAIL WITH "Where can we write to you?"
TALK "Thank you, ${name}. We will answer to ${email}."
END
