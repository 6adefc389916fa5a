CONSOLE.LOG "x"
console.log total
names = list.map(i => i.name)
IF a => b THEN PRINT 1
msg &= "more"
CALL greet WITH name = "Ana", age = 3
CALL greet WITH name AS "Ana"
SUB greet(name, age)
END SUB
