HEAR topic AS "Sales", "Support" WITH "What is it about?"
SELECT CASE topic
    CASE "Sales"
        GOTO sales
    CASE "Support"
        GOTO support
END SELECT
EXIT

sales:
TALK "Sales here."
EXIT

support:
TALK "Support here."
