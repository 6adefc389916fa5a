HEAR team AS "Sales", "Support"
SELECT CASE team
    CASE "Sales"
        TALK "To sales"
    CASE "Support"
        TALK "To support"
END SELECT
