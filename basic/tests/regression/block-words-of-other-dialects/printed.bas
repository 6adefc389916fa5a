FOR EACH x IN [1, 2]
    TALK x
NEXT
i = 0
WHILE i < 1
    i = i + 1
WEND
SELECT CASE i
    CASE 1
        TALK "one"
END SELECT
WITH o
    a = 1
END WITH
CALL greet
SUB greet
    TALK "hello " + o.a
END SUB
