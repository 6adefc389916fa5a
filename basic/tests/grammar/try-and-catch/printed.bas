TRY
    TRY
        THROW "inner"
    CATCH e
        TALK "1 " + e + " " + e.message
        THROW "outer"
    END TRY
CATCH problem
    TALK "2 " + problem.message
END TRY
FOR i = 1 TO 3
    TRY
        IF i = 2 THEN THROW "two"
        IF i = 3 THEN EXIT FOR
        PRINT i + " " + "ok"
    CATCH e
        PRINT "caught " + e
    END TRY
NEXT
SUB f
    THROW "in f"
END SUB
TRY
    CALL f
CATCH e
    TALK e
END TRY
DIM a(2), m(2, 2)
