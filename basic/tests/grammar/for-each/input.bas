parts = ["a", "b"]
FOR EACH part IN parts
    TALK part
NEXT part
FOR EACH part IN parts DO
    TALK part
END FOR
FOR part IN ["c"] DO
    TALK part
NEXT
