a = (1 + 2) * 3
b = 1 + (2 * 3)
c = 1 - (2 - 3)
d = (1 - 2) - 3
e = (2 ^ 3) ^ 2
f = NOT (x AND y)
g = (NOT x) AND y
h = -(1 + 2)
i = (a OR b) AND c
j = (a ? b : c) + 1
k = a ? b : (c ? d : e)
l = (a = b) = c
m = a = (b = c)
n = (x ?? y).name
o = -(-1)
p = (a + b).length
