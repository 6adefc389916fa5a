parts = ["a", "b"]
FOR EACH part IN parts
    TALK part
NEXT
FOR EACH part IN parts
    TALK part
NEXT
FOR EACH part IN ["c"]
    TALK part
NEXT
