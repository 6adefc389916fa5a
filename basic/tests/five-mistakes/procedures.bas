FUNCTION double(n
    RETURN n * 2
END FUNCTION
SUB greet(name)
    TALK "Hi " + nmae
END SUB
y = LEN "abc"
CALL gret("Ana")
LOOP
