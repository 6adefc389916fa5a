#workflow
TABLE Guests ON shop
    Id string(20) key -- kept
    Price* double
END TABLE
DESCRIPTION "Books a table, doesn't it"
TALK "ready"
