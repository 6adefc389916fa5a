a = { "first name": "Ana", age: 3, tags: ["x", { deep: NULL }] }
b = #{ id: 1, }
c = [1, 2,]
d = {}
e = []
f = NEW OBJECT
g = CREATE OBJECT
h = NEW ARRAY
TALK a.tags[1].deep ?? "none"
TALK a["first name"] + b?.id + c[0]
TALK d + e + f + g + h
