x = 1
y = 2
z = 3
CONST rate = 1.5
order.total = x
order.name = "Ana"
list = [1]
list[1] = 2
order.lines[0].count = 4
x += 1
y -= 1
z *= 2
z /= 2
same = x = y
TALK order.total + same + rate
