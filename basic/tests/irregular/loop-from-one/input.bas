list = [1, 2]
FOR i = 1 TO UBOUND(list) - 1
    TALK list[i]
NEXT
i = 1
DO WHILE i < UBOUND(list)
    TALK list[i]
    i = i + 1
LOOP
FOR i = 0 TO UBOUND(list) - 1
    TALK list[i]
NEXT
