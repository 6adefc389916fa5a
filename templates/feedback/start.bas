' Asks how it was, from 0 to 10, listens to the reason, and tells the manager when somebody is unhappy.

TABLE feedback
    score integer
    reason text
    email string(254)
    given datetime
END TABLE

welcome:
TALK "Hello! You were with us lately. May I ask you two short questions?"

how_was_it:
HEAR score AS INTEGER WITH "How likely are you to recommend us to a friend, from 0 (not at all) to 10 (certainly)?"
IF score = "" THEN GOTO no_answer
IF score < 0 OR score > 10 THEN
    TALK "Please give me a number from 0 to 10."
    GOTO how_was_it
END IF
email = ""
IF score <= 6 THEN GOTO unhappy
IF score <= 8 THEN GOTO content

delighted:
HEAR reason WITH "That makes us happy! What did you like most?"
TALK "Thank you! If you have a minute, a review helps others to find us: https://example.com/review"
GOTO keep_it

content:
HEAR reason WITH "Thank you. What would have made it a 10?"
GOTO keep_it

unhappy:
HEAR reason WITH "I am sorry to hear that. What went wrong?"
HEAR wants_call AS "Yes, please", "No, thanks" WITH "May the manager get in touch with you about it?"
IF wants_call = "Yes, please" THEN
    HEAR email AS EMAIL WITH "To which address may the manager write?"
END IF
CREATE TASK "Unhappy customer: ${score} of 10" WITH description = "${reason} (${email})", priority = "high", due = "tomorrow 12:00"

keep_it:
SAVE "feedback" WITH score = score, reason = reason, email = email, given = NOW()
TRACK EVENT "feedback", { score: score }
TALK "Thank you for your time. Every answer is read by a person."
END

no_answer:
TALK "No problem, perhaps another time. Have a good day!"
