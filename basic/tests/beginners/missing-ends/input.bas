FOR EACH item IN [1, 2]
    TALK item

WHILE 1 = 2
    TALK "x"

SUB greet
    TALK "hi"
