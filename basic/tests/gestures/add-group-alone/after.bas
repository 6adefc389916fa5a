TALK "Welcome!"
HEAR name AS NAME WITH "What is your name?"
EXIT

große_wahlen:
TALK "x"
