start:
HEAR topic AS "Sales", "Support", * WITH "What is it about?"
SELECT CASE topic
    CASE "Sales"
        GOTO sales
    CASE "Support"
        GOTO support
    CASE ELSE
        GOTO start
END SELECT
TALK "Please wait."
EXIT

sales:
TALK "Sales here."
EXIT

support:
TALK "Support here."
