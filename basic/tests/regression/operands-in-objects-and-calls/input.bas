rows = FIND "guests"
o = { a: AGGREGATE "SUM", rows, "seats", b: 1 }
p = { "list": FIND "t", "a=1", "n": 2, "u": GET "session.x", rows, o }
q = IIF(o.b, POST "https://example.org", o, 2)
r = [AGGREGATE "SUM", rows, "seats"]
s = #{ a: GET BOT MEMORY "x", c: { d: FIND "t", "x=1" } }
