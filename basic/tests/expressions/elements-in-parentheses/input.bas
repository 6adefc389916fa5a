DIM names(3), size
DIM grid(2, 2) AS INTEGER
names(0) = "Ana"
names(1) = UCASE(names(0))
grid(1, 0) = 4
LET grid(1, 1) = grid(1, 0) + 1
PRINT names(1) + " " + grid(1, 1)
IF names(0) = "Ana" THEN names(2) = "Bia"
FOR i = 0 TO 2
    TALK names(i)
NEXT i
