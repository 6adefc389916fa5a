history = ["a", "b", "c", "d"]
FOR EACH m IN LAST(history, 2)
    TALK m
NEXT
FOR EACH m IN FIRST(history, 1)
    TALK m
NEXT
