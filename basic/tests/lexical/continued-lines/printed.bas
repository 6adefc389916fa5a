' the number
' the lines
order = { id: 7, items: ["tea", "milk"] }
total = 1 + 2
ready = order.id = 7 AND total > 2
SET CONTEXT "order" AS order
text = "a" + "b"
TALK text + total + ready
