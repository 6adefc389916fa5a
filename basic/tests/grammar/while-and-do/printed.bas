n = 0
WHILE n < 2
    n = n + 1
WEND
DO WHILE n < 4
    n = n + 1
LOOP
DO
    n = n + 1
LOOP UNTIL n > 5
DO UNTIL n > 7
    n = n + 1
LOOP
DO
    BREAK
LOOP
WHILE n < 9
    n = n + 1
    CONTINUE
WEND
TALK n
