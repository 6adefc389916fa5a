TALK "Welcome!"
HEAR name AS NAME WITH "What is your name?"

ask_e_mail:
HEAR email AS EMAIL WITH "Where can we write to you?"
