' first
x = { a: 1 }
' second
TALK x
