    TALK "Hi ${name}, it costs $5 \"now\""   ' greet
