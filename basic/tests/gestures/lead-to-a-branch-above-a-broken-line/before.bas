IF LEN(x) > "\\ive" THEN TALK "long"
IF LEN(x) 5" THEN TALK "long"
