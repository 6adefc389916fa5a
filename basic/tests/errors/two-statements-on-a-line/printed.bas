x = 1
TALK x
TALK "a", "b"
SELECT CASE x
    CASE 1
        TALK "one"
END SELECT
x = "a" "b"
x = a b
