print("hello");
console.log("hello")
if (x == 1) {
    talk "x"
}
def greet():
    return 5
function greet() {
    return 5
}
import math
x = y ? 1
x = !y
// comment
/* comment */
for x in range(3):
    print(x)
const z = 5;
var q = [1, 2];
return;
# comment
x += 1;
x === 1
null
