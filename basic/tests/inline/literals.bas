' Literals and how they print.

PRINT 1 ' expect: 1

PRINT 0.1 + 0.2 ' expect: 0.3

PRINT 0x1F ' expect: 31

PRINT 2e3 ' expect: 2000

PRINT "a" + 'b' + `c` ' expect: abc

PRINT TRUE ' expect: true

PRINT NULL ' expect:

PRINT [1, "a", { x: NULL }] ' expect: [1,"a",{"x":null}]

PRINT { "a b": 1, c: [2] } ' expect: {"a b":1,"c":[2]}

PRINT NEW OBJECT + CREATE OBJECT + NEW ARRAY ' error: basic.not_a_number

PRINT "say ""hi""" ' expect: say "hi"

PRINT "\u{48}i\t!" ' expect: Hi	!
