TALK "a"

SUB greet()
    TALK "hi"
END SUB
