x = "abc"
IF LEN(x) > "five" THEN TALK "long"
IF LEN(x) > "5" THEN TALK "long"
