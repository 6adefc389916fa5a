HEAR topic AS "Support", "Other" WITH "What is it about?"
SELECT CASE topic
    CASE "Support"
        GOTO support
END SELECT
EXIT

sales:
TALK "Sales here."
EXIT

support:
TALK "Support here."
