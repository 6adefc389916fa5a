5 = x
"a" = x
x := 5
x = 
let = 5
x = 5 5
x =+ 5
x++
int y = 5
var z = 5
SET w 5
x == 5
1x = 5
my-name = "a"
my name = "a"
a.b. = 5
CONST k = 1
k = 2
