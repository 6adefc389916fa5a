FOREACH x IN [1, 2]
    TALK x
ENDFOR
i = 0
WHILE i < 1
    i = i + 1
ENDWHILE
SELECT CASE i
    CASE 1
        TALK "one"
ENDSELECT
WITH o
    a = 1
ENDWITH
CALL greet
SUB greet
    TALK "hello " + o.a
ENDSUB
