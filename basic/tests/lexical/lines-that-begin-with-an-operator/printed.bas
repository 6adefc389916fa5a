total = 2
text = "a" + "b" + total
IF total = 2 AND text = "ab2" OR total = 3 AND text = "x" THEN
    TALK text
END IF
names = [{ n: 1 }, { n: 2 }].filter("n > 1")
TALK names
WITH order
    id = 1
    total = 2
END WITH
reply = POST "https://example.org" WITH id = order.id, total = order.total
