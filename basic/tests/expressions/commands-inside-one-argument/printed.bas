SAVE "guests" WITH name = "Ana", seats = 2
SAVE "guests" WITH name = "Bo", seats = 3
TALK UBOUND((FIND "guests", "seats=3")) + " of " + COUNT((FIND "guests"))
TALK FIRST((FIND "guests", "seats > 2")).name
t = CREATE TASK "Call" WITH priority = "high"
TALK t.priority
