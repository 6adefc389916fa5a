x = LEN()
x = LEN("a", "b")
x = LEFT("a")
x = ABSS(5)
x = UPERCASE("a")
CALL
CALL greet(1, 2)
greet(1)
CALL gret(1, 2, 3)
x = ROUND("a", "b", "c")
WAIT "soon"
WAIT -1
x = MID("a")
SUB greet(a, b, c)
    RETURN 5
END SUB
FUNCTION twice(n, n)
    EXIT SUB
END FUNCTION
