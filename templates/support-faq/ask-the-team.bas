' Takes down a question for the team. Gives the number of the question, or nothing when the person would rather not ask.
PARAM topic AS STRING LIKE "Delivery"
DESCRIPTION "Passes a question on to the support team."

HEAR question WITH "Please tell me in a few sentences what you would like to know."
HEAR email AS EMAIL WITH "To which address shall we send the answer?"
IF email = "" THEN GOTO no_address

number = "Q-" + GENERATE CODE 6
CREATE TASK "Answer question ${number}" WITH description = "${email} asks (${topic}): ${question}", due = "tomorrow 12:00"
RETURN number

no_address:
TALK "Without an address I cannot pass it on. You can write to us at help@example.com at any time."
RETURN ""
