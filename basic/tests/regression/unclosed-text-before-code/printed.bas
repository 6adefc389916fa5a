IF 1 = 1 THEN
    BEGIN TALK
    Good morning, and welcome.
    HEAR name
    TALK "Hi " + name
END IF
