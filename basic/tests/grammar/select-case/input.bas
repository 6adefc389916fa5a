kind = "b"
SELECT CASE kind
    ' the first letters
    CASE "a", "b" ' two of them
        TALK "early"
    CASE "z"
        TALK "late"

    CASE ELSE ' everything else
        TALK "middle"
END SELECT
