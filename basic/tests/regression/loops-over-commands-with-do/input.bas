FOR EACH row IN FIND "rows", "x=1" DO
    PRINT row.name
END FOR
FOR EACH row IN FIND "rows" WHERE seats > 1 ORDER BY name DO
    PRINT row.name
NEXT row
FOR EACH file IN LIST "docs/" DO
    PRINT file.name
NEXT
FOR EACH row IN FIND "rows" WHERE seats > 1 LIMIT 5 DO
    PRINT row.name
NEXT
WHILE FIND "rows", "x=1" DO
    DELETE "rows", "x=1"
WEND
