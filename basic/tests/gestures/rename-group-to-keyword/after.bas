TALK "a"
else_step:
TALK "b"
