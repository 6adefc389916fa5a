HERE email AS EMAIL
RECORD METRIC "sales" WITH amount = 5
TRACK PARCEL "x", 1
FIND "guests", "id=1"
rows = FIND "guests", "id=" + 1
IF FIND "x" THEN TALK "y"
SET SCHEDULE "0 9 * * *"
SET SCHEDULE "every 1 hour"
x = LLM "Say hi" WITH OPTIMIZE FOR "cost"
UPDATE "t" SET a = 1 WHERE id = 2
data = SELECT SUM(x) AS v FROM rows GROUP BY x
TALK x + data
