TALK "Welcome!"
WAIT 2
HEAR name AS NAME WITH "What is your name?"
