WITH
    a = 1
END WITH
WITH o
    a 1
END WITH
WITH o
    TALK "x"
END WITH
WITH p
    a = 1
TALK "after"
