Name = "Ana"
IF NAME = "Ana" THEN
    TALK "hello " + name
END IF
