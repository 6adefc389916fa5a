#workflow
PARAM guest AS STRING LIKE "Ana" DESCRIPTION "Who comes"
DESCRIPTION "Books a table."
ALLOW ROLE "desk"
ADD TOOL "book-table"
USE TOOL "cancel-table"
USE WEBSITE "https://example.org" REFRESH "1d"
WEBHOOK "order"
TABLE Guests ON shop
    Id string(20) key
END TABLE
CREATE INDEX byName ON Guests(name)
ON EVENT "paid" DO
    TALK "This is said when it is paid."
END ON
ON FORM SUBMIT "contact"
    TALK "Thanks"
END ON
ON "paid" CALL nobody
TALK "Here we go, " + guest + "."
