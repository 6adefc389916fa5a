' Shapes as manuals show them.
TALK <message>
HEAR variable AS <type>
IF <condition> THEN
    SAVE table, id, field1, ...
    ...
END IF
GET url [INTO variable]
FIND "table" [WHERE condition] [ORDER BY field [ASC|DESC]] [LIMIT n]
result = LLM {prompt}
user = { name, age, "mail": mail }
PRINT "${{name}} and ${<name>} and ${...} stay"
IF a <b OR c> d THEN PRINT "compared"
... existing code ...
GOTO <label>
SEND SMS phone, message[, provider[, priority]]
TALK MID(text, start[, length])
TALK INSTR([start,] text, part)
FOR EACH item IN list
    statements
    [EXIT FOR]
NEXT item
USE MODEL "fast" | "quality"
HEAR answer AS TYPE
