' ```basic
x = 7 ' seven
y = x / 2 ' half
TALK x + y ' both
' ...
' first
' second
o = { a: 1, b: 2 }
TALK o
' ```
