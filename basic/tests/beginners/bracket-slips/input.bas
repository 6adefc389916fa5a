x = (1 + 2
y = 1 + 2)
z = [1, 2, 3
w = {a: 1, b: 2
v = LEN("abc"
u = {"a" 1}
t = {a = 1}
s = [1 2 3]
r = LEN "abc"
q = list[
