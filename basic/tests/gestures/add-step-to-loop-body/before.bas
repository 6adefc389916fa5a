FOR EACH item IN list
NEXT
