IF a THEN
    TALK 1
FOR EACH x IN [1]
    TALK x
SUB f
    WHILE a
        TALK 2
END SUB
