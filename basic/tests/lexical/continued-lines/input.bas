order = {
    id: 7, ' the number
    ' the lines
    items: [
        "tea",
        "milk"
    ]
}
total = 1 +
    2
ready = order.id = 7 AND
    total > 2
SET CONTEXT "order",
    order
text = "a" _
    + "b"
TALK text + total + ready
