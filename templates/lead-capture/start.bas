' Gets to know people who may buy, scores them, and tells sales about those who are ready.

welcome:
TALK "Hi! In two minutes I can tell you whether we are the right fit for you."
HEAR name AS NAME WITH "May I ask your name?"
HEAR need AS "Get more customers", "Save time", "Just looking" WITH "Nice to meet you! What brings you here?"
SELECT CASE need
    CASE "Get more customers"
        GOTO company
    CASE "Save time"
        GOTO company
    CASE "Just looking"
        GOTO just_looking
    CASE ELSE
        GOTO just_looking
END SELECT

just_looking:
TALK "Take your time! Our guide shows in ten pages what others do with it: https://example.com/guide"
HEAR wants_news AS "Yes, please", "No, thanks" WITH "Shall I send you news once a month?"
SELECT CASE wants_news
    CASE "Yes, please"
        GOTO news
    CASE "No, thanks"
        GOTO goodbye
    CASE ELSE
        GOTO goodbye
END SELECT

news:
HEAR email AS EMAIL WITH "To which address?"
IF email = "" THEN GOTO goodbye
CREATE LEAD WITH name = name, email = email, source = "newsletter"
TALK "You are on the list. There is a link to leave it in every mail."
GOTO goodbye

company:
HEAR company WITH "Which company do you work for?"
HEAR size AS "Only me", "2 to 20", "21 to 200", "More than 200" WITH "How many people work there?"
HEAR start_time AS "This month", "This quarter", "Later" WITH "When would you like to start?"

contact:
HEAR email AS EMAIL WITH "Where can we reach you by mail?"
IF email = "" THEN GOTO no_contact
HEAR phone AS "No phone, please", * WITH "And by phone?"
IF phone = "No phone, please" THEN phone = ""

keep_lead:
lead = CREATE LEAD WITH name = name, email = email, phone = phone, company = company, size = size, need = need, source = "chat"
IF start_time = "This month" OR size = "More than 200" THEN GOTO hot_lead
TALK "Thank you! We write to you at ${email} within two working days."
GOTO goodbye

hot_lead:
CREATE TASK "Call ${name} of ${company} today" WITH description = "${email} ${phone}: ${need}, ${size}, ${start_time}", due = "today 17:00", priority = "high"
TALK "That sounds like a good match! Somebody from our team gets in touch with you today."
GOTO goodbye

no_contact:
TALK "No problem. You find us at https://example.com/contact whenever you like."

goodbye:
TALK "Have a good day!"
