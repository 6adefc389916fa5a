FOR i = 1 TO 3
    TALK "Round " + i
WHILE i < 9 DO DO
    i = i + 1
WEND
total = LEFT("abc")
items = ["a", "b"
HEAR name, "Who are you?"
