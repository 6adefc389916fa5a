TALK "a"

next_step:
TALK "b"

SUB greet()
    TALK "hi"
END SUB
