IF a THEN ' on IF
    TALK 1 ' on TALK
ELSE
    ' on ELSE
    TALK 2
    ' on END IF
END IF
FOR i = 1 TO 2 ' on FOR
    ' alone
    ' on NEXT
NEXT
SELECT CASE a ' on SELECT
    CASE 1 ' on CASE
        ' on END SELECT
END SELECT
SUB f ' on SUB
    ' on END SUB
END SUB
