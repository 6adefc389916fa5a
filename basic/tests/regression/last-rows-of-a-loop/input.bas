history = ["a", "b", "c", "d"]
FOR m IN history LAST 2 DO
    TALK m
END FOR
FOR EACH m IN history FIRST 1
    TALK m
NEXT
