SUB notify(a, ...)
    TALK a
END SUB
FUNCTION total(a [, b])
    RETURN a
END FUNCTION
FOR EACH <item> IN <list>
    ...
NEXT
IF ready THEN
    <statements>
[ELSE
    <statements>]
END IF
FOR counter = start TO end [STEP step]
    <statements>
NEXT [counter]
FOR EACH item IN collection [WHERE condition]
    ' code
NEXT [item]
SELECT CASE ready
    CASE 1
        statements...
    [CASE ELSE
        statements]
END SELECT
DO [{WHILE | UNTIL} condition]
    statements
LOOP [{WHILE | UNTIL} condition]
GET url | path
TABLE Name [ON connection]
    Field type [key]
END TABLE
