ON ERROR RESUME NEXT
rows = FIND "guests", "id=1"
TALK "One: " + ERROR MESSAGE
SAVE "guests", rows
TALK "Two: " + ERROR MESSAGE
CLEAR ERROR
DELETE "guests", "id=1"
TALK "Three: " + ERROR MESSAGE
x = DELETE "guests", "id=1"
TALK "Four: " + ERROR MESSAGE
FROBNICATE THE WIDGET "now"
TALK "Five: " + ERROR MESSAGE
ON ERROR GOTO failed
BREW THE TEA "now"
TALK "never"
failed:
TALK "Six: " + ERROR MESSAGE
ON ERROR GOTO 0
POST "https://example.org", 1, 2, 3
