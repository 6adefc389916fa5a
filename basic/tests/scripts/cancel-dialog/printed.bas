HEAR code WITH "Your code?"
found = FIND "reservations.csv", "id=" + code
IF found IS NULL THEN
    TALK "I do not know that code."
    RETURN NULL
END IF
HEAR sure AS BOOLEAN WITH "Cancel the table of " + found.guest + "?" DEFAULT FALSE
IF sure THEN
    UPDATE "reservations.csv" SET state = "cancelled" WHERE id = code
ELSE IF found.seats > 8 THEN
    TALK "Please call us for large tables."
ELSE
    TALK "Nothing was changed."
END IF
HEAR mood AS "Good", "So so", "Bad"
