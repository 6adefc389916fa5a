TABLE guests
    name string(80)
    seats integer
END TABLE
HEAR name AS NAM WITH "Your name?"
HEAR seats AS INTEGER WITH "How many?"
IF seats > 8 TALK "So many!"
TALK "Hello " name
SAVE "guests" WITH name = name, seats = seats
GOTO finsh
finish:
CALL greet(name, seats)
SUB greet(who)
    TALK "See you, ${who}!"
END SUB
