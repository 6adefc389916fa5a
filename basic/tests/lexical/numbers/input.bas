a = 12
b = 0.5
c = .25
d = 0x3C
e = 1.5e3
f = -2
TALK a + b + c
TALK d
TALK e * f
