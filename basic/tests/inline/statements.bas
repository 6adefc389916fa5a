' Statements on a line or a few.

x = 1
x += 2
x *= 3
x -= 1
x /= 2
PRINT x ' expect: 4

a.b.c = 1
PRINT a ' expect: {"b":{"c":1}}

list = []
list[0] = "x"
list[UBOUND(list)] = "y"
PRINT list ' expect: ["x","y"]

IF 2 > 1 THEN PRINT "yes" ELSE PRINT "no" ' expect: yes

IF 1 > 2 THEN PRINT "yes" ELSE PRINT "no" ' expect: no

FOR EACH x IN []
    PRINT x
NEXT
PRINT "none" ' expect: none

SELECT CASE 2
    CASE "2"
        PRINT "equal" ' expect: equal
    CASE ELSE
        PRINT "other"
END SELECT

GOTO there
PRINT "skipped" ' error: basic.unreachable
there:
PRINT "here" ' expect: here

WITH o
    a = 1
    .b = 2
END WITH
PRINT o ' expect: {"a":1,"b":2}

ASSERT 1 = 2, "Not the same." ' error: basic.assertion

THROW "Closed." ' error: basic.thrown

ON ERROR RESUME NEXT
THROW "Closed."
PRINT ERROR MESSAGE ' expect: Closed.
CLEAR ERROR
IF NOT ERROR THEN PRINT "fine" ' expect: fine

ON ERROR GOTO problem
x = 1 / 0
PRINT "no"
problem:
PRINT "caught" ' expect: caught

FETCH CROWD "guests" ' error: basic.unknown_keyword

CONST k = 1
k = 2 ' error: basic.constant_changed

text = ""
FOR i = 3 TO 1 STEP -1
    text = text + i
NEXT
PRINT text ' expect: 321
