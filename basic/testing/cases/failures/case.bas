PARAM city AS STRING
SET BOT MEMORY "visits", 3
TALK "Hello ${city}"
HEAR size AS "Small", "Large" WITH "Which size?"
PRINT "size " + size
r = GET "https://x.example/" + size
TALK "One"
TALK "Two"
WAIT 60
TALK "Three"
HEAR email AS EMAIL WITH "Address?"
IF email CONTAINS "bad" THEN THROW "No such thing"
RETURN 5
