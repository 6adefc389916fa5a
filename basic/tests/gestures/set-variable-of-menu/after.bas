HEAR choice AS "A", "B"
SELECT CASE choice
    CASE "A"
        TALK "a"
END SELECT
