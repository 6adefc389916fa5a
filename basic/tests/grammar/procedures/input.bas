CALL greet("Ana")
CALL bye
TALK twice(4)
x = CALL twice(5)
TALK x

SUB greet(name)
    IF name = "" THEN EXIT SUB
    TALK "Hello " + name
END SUB
SUB bye
    TALK "Bye"
END SUB
FUNCTION twice(n)
    RETURN n * 2
END FUNCTION
