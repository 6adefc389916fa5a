SET HEADER "A", 1
SET HEADER "B", 2
SET HEADER "C", 3
REMEMBER "x", 1
REMEMBER "y", 2, "30 days"
SET SESSION "step", "paid"
SET SESSION "step", "sent"
SET SESSION "step", "done"
