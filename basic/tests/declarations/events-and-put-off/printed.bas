ON EMAIL "desk@example.org" FROM "boss@example.org"
    TALK "mail"
END ON
SCHEDULE IN 5 MINUTES DO
    TALK "later, " + name
END SCHEDULE
name = "Ana"
STEP 1: BOT "sales" "check the lead"
STEP 2: PARALLEL
    BRANCH A: BOT "x" "a"
    BRANCH B: BOT "y" "b"
END PARALLEL
TALK "here"
