ON EMAIL "desk@example.org"
    TALK "mail"
END ON
ON INSERT OF "orders"
TRY
    x = 1
CATCH e
    TALK e
END TRY
SCHEDULE IN 300 SECONDS DO
    TALK "later"
END SCHEDULE
