FOR i = 1 TO
    TALK i
NEXT
FOR i 1 TO 3
    TALK i
NEXT
FOR EACH IN [1]
    TALK 1
NEXT
FOR EACH x [1]
    TALK x
NEXT
FOR i = 1, 3
    TALK i
NEXT
FOR (i = 0; i < 3; i++)
    TALK i
NEXT
WHILE x < 3 DO DO
    x = 1
WEND
DO WHILE
    x = 1
LOOP
FOR i = 1 TO 3
    TALK i
NEXT j
FOREACH x IN [1]
    TALK x
NEXT
