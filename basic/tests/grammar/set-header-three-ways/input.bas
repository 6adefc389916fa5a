SET HEADER "A", 1
SET HEADER "B" AS 2
SET HEADER "C" = 3
REMEMBER "x" = 1
REMEMBER "y", 2, "30 days"
SET "session.step" = "paid"
SET "session.step", "sent"
SET SESSION "step", "done"
