FOR EACH row IN FIND "rows", "x=1"
    PRINT row.name
NEXT
FOR EACH row IN FIND "rows" WHERE seats > 1 ORDER BY name
    PRINT row.name
NEXT
FOR EACH file IN LIST "docs/"
    PRINT file.name
NEXT
FOR EACH row IN FIND "rows" WHERE seats > 1 LIMIT 5
    PRINT row.name
NEXT
WHILE FIND "rows", "x=1"
    DELETE "rows", "x=1"
WEND
