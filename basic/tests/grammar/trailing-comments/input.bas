IF a THEN ' on IF
    TALK 1 ' on TALK
ELSE ' on ELSE
    TALK 2
END IF ' on END IF
FOR i = 1 TO 2 ' on FOR
    ' alone
NEXT ' on NEXT
SELECT CASE a ' on SELECT
    CASE 1 ' on CASE
END SELECT ' on END SELECT
SUB f ' on SUB
END SUB ' on END SUB
