greet "Ana", 2
rest
SUB greet(name AS STRING, BYVAL times)
    TALK name + " " + times
END SUB
SUB rest
    TALK "done"
END SUB
