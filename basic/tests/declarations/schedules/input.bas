ON ERROR RESUME NEXT
SET SCHEDULE "0 9 * * 1-5"
SET SCHEDULE every 1 hour
SET SCHEDULE "0 9 " + DAY("2030-05-01") + " " + MONTH("2030-05-01") + " *"
SET SCHEDULE FORMAT(NOW(), "ss mm HH")
TALK "declared: " + ERR
SET SCHEDULE "0 9 * * *", "other.bas"
TALK "by comma: " + ERROR MESSAGE
CLEAR ERROR
SET SCHEDULE "0 9 * * *" "other.bas" "job"
TALK "side by side: " + ERROR MESSAGE
CLEAR ERROR
SET SCHEDULE "nightly", "0 2 * * *", "other.bas"
TALK "by name: " + ERROR MESSAGE
