f(1)
CALL f(1, 2, 3)
TALK g()
SUB f(a, b)
END SUB
SUB f
END SUB
FUNCTION g(x, x)
    RETURN x
END FUNCTION
IF a THEN
    SUB h
    END SUB
END IF
CONST k = 1
k = 2
