ON MESSAGE "stop" GOTO bye
ask:
HEAR name AS NAME WITH "What is your name?"
HEAR topic AS "Orders", "Invoices", * WITH "What is it about, ${name}?"
SELECT CASE topic
    CASE "Orders"
        HEAR number AS INTEGER WITH "Which order?" TIMEOUT 60 GOTO slow
        TALK "Order ${number} is on its way."
    CASE "Invoices"
        TALK "We will send it."
    CASE ELSE
        TALK "I will pass on: " + topic
END SELECT
HEAR more AS BOOLEAN WITH "Anything else?"
IF more THEN GOTO ask
GOTO bye
slow:
TALK "Take your time."
bye:
TALK "Goodbye!"
