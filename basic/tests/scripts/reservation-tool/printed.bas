PARAM guest AS STRING LIKE "Rui Costa" DESCRIPTION "Name for the table"
PARAM day AS DATE LIKE "2031-02-03" DESCRIPTION "Day of the visit"
PARAM seats AS INTEGER LIKE 2 DESCRIPTION "How many people" OPTIONAL
DESCRIPTION "Reserves a table."

IF NOT seats THEN
    seats = 2
END IF
code = "R-" + FORMAT(NOW(), "YYYYMMDD") + "-" + FORMAT(RANDOM(100, 999))
WITH reservation
    id = code
    guest = guest
    seats = seats
END WITH
SAVE "reservations.csv", reservation
SEND MAIL "desk@example.org", "New: " + code, "For " + guest
TALK "Your code is " + code
RETURN code
