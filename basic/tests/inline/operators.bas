' Operators, from tight to loose.

PRINT 1 + 2 * 3 ' expect: 7

PRINT -2 ^ 2 ' expect: 4

PRINT 2 ^ 3 ^ 2 ' expect: 512

PRINT 7 \ 2 + 7 MOD 4 + 7 % 4 ' expect: 9

PRINT "a" & 1 & 2 ' expect: a12

PRINT 1 + 1 & "x" ' expect: 2x

PRINT "3" * "4" ' expect: 12

PRINT "a" * 2 ' error: basic.not_a_number

PRINT 1 / 0 ' error: basic.division_by_zero

PRINT 1 = "1" ' expect: true

PRINT NULL = "" ' expect: true

PRINT NOT 1 = 2 ' expect: true

PRINT NOT (1 = 2) AND 3 ' expect: 3

PRINT 0 OR "x" ' expect: x

PRINT NULL ?? "d" ' expect: d

PRINT "" ?? "d" ' expect:

PRINT 1 > 2 ? "a" : 2 > 1 ? "b" : "c" ' expect: b

PRINT 2 IN (1, 2) ' expect: true

PRINT "x" IN ("x") ' expect: true

PRINT 3 NOT IN [1, 2] ' expect: true

PRINT "Ana" LIKE "A%" AND "Ana" NOT LIKE "B%" ' expect: true

PRINT "Ana" STARTS WITH "A" AND "Ana" ENDS WITH "a" ' expect: true

PRINT [1, 2] CONTAINS 2 ' expect: true

PRINT 2 BETWEEN 1 AND 3 AND NOT 5 BETWEEN 1 AND 3 ' expect: true

PRINT NULL IS NULL AND 1 IS NOT NULL ' expect: true

x = 1 == 1 ' error: basic.double_equals
PRINT x ' expect: true
