HEAR wish WITH "What can we book for you?"
TALK ANSWER wish WITH TOOLS "book" WITH EXITS "booked; gave up"
TALK "And then?"
EXIT

thanks:
TALK "See you then."
EXIT

person:
TALK "Somebody will call you."
