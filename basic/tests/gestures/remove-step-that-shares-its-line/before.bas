x = 1 : TALK x : y = 2
TALK "b"
