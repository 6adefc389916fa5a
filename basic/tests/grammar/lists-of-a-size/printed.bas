DIM a(2), m(2, 2) AS NUMBER
a[0] = 1
m[1][1] = 5
REDIM PRESERVE a(4)
TALK UBOUND(a) + " " + a[0] + " " + m[1][1]
DIM name AS STRING
TALK "[" + name + "]"
