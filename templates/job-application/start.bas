' Takes applications: what is open, who applies, a few questions for the position, and the CV.

TABLE applications
    number string(20) key
    name string(100)
    email string(254)
    phone string(30)
    position string(100)
    fit integer
    starts date
    cv string(300)
    received datetime
END TABLE

welcome:
TALK "Hello! Good that you are thinking of working with us. Applying takes about five minutes."

positions:
HEAR position AS "Sales", "Software developer", "Customer care", "None of these" WITH "Which position interests you?"
IF position = "None of these" OR position = "" THEN GOTO talent_pool

privacy:
HEAR agrees AS "I agree", "I do not agree" WITH "We keep what you write for six months, for this application alone. May we?"
IF agrees <> "I agree" THEN GOTO without_consent

about_you:
HEAR name AS NAME WITH "What is your name?"
HEAR email AS EMAIL WITH "Which e-mail address reaches you?"
IF email = "" THEN GOTO without_address
RECORD CONSENT email, "application"
HEAR phone AS MOBILE WITH "And your phone number?"

questions:
fit = CALL "screening", position

when_and_cv:
HEAR starts AS DATE WITH "When could you start?"
HEAR cv AS FILE WITH "Please send me your CV as a file. PDF is best."

keep_application:
number = "J-" + GENERATE CODE 6
SAVE "applications" WITH number = number, name = name, email = email, phone = phone, position = position, fit = fit, starts = starts, cv = cv.name, received = NOW()
CREATE TASK "Application ${number}: ${position}" WITH description = "${name}, ${email}, ${fit} of 3 points", due = "tomorrow 17:00"
SEND MAIL email, "Your application ${number}", "Dear ${name}, thank you for your application. We answer within two weeks."
TALK "Thank you, ${name}! Your application has the number **${number}**. We answer within two weeks."
END

talent_pool:
HEAR email AS EMAIL WITH "Leave me your address, and we write when something fits."
IF email = "" THEN GOTO goodbye
CREATE LEAD WITH email = email, source = "talent pool"
TALK "Noted. We write only when there is something for you."
END

without_consent:
TALK "Then I keep nothing. You can also apply by post; the address is on our page."
END

without_address:
TALK "Without an address we could not answer. Come back whenever you like."
END

goodbye:
TALK "All the best for your search!"
