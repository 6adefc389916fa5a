SET SYSTEM PROMPT "x"
' five
x = 5 + 3
TALK "b" ' said
' one
y = [1, 2] ' two
' eight
IF x = 8 THEN
    TALK y[0] ' first
    ' done
END IF
