TALK "a"
RETURN 1

x:
TALK "x"
