greet("Ana", 2)
rest()
SUB greet(name, times)
    TALK name + " " + times
END SUB
SUB rest
    TALK "done"
END SUB
