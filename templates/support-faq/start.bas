' Answers the questions that come every day. What it cannot answer goes to the team as a task.

ON MESSAGE "menu", "start over" GOTO topics

welcome:
TALK "Hello! I answer questions about orders and accounts, day and night."

topics:
HEAR topic AS "Delivery", "Returns", "Payment", "My account", "Something else" WITH "What can I help you with?"
SELECT CASE topic
    CASE "Delivery"
        GOTO delivery
    CASE "Returns"
        GOTO returns
    CASE "Payment"
        GOTO payment
    CASE "My account"
        GOTO account
    CASE "Something else"
        GOTO own_question
    CASE ELSE
        GOTO own_question
END SELECT

delivery:
BEGIN TALK
We send every order within **one working day**.

- Standard delivery takes 2 to 4 days.
- Express delivery arrives the next working day.

The tracking link is in the mail that says your order has left.
END TALK
GOTO did_it_help

returns:
TALK "You can send anything back within **30 days**. Open the order in your account, choose *Return*, and print the label: it costs you nothing."
GOTO did_it_help

payment:
TALK "We take cards, bank transfer and PayPal. A refund reaches you 5 working days after we have the goods back."
GOTO did_it_help

account:
TALK "Forgot your password? Choose *Forgot password* where you sign in, and we mail you a link. Your address and your language are under *Settings*."
GOTO did_it_help

did_it_help:
HEAR helped AS "Yes, thank you", "No, not yet" WITH "Did that answer your question?"
IF helped <> "Yes, thank you" THEN GOTO own_question
TRACK EVENT "answered", { topic: topic }

anything_else:
HEAR more AS "Another question", "That is all" WITH "Is there anything else?"
SELECT CASE more
    CASE "Another question"
        GOTO topics
    CASE "That is all"
        GOTO goodbye
    CASE ELSE
        GOTO goodbye
END SELECT

own_question:
ticket = CALL "ask-the-team", topic
IF ticket = "" THEN GOTO anything_else
TALK "Done. Your question has the number **${ticket}**, and the answer comes by mail within a working day."
GOTO anything_else

goodbye:
TALK "Glad I could help. Write to me whenever something comes up."
