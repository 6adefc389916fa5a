TALK "Welcome!"
HEAR name AS NAME WITH "What is your name?"

SUB send_the_mail()
END SUB
