a = #{}
a.b = #{}
a.b.c = [1]
a.b.c[1] = 2
a.b.c[UBOUND(a.b.c)] = 3
a["x y"] = 1
a[key] = a[key] + 1
a.list.PUSH(1)
a.list.push(2)
x = a.list.length
y = a.list.count
z = a.name.trim().toUpperCase()
w = a.name.toLowerCase().contains("x")
v = a.list.splice(0, 1)
u = a.items.map("name").join(",")
t = a.text.split(",")[0]
