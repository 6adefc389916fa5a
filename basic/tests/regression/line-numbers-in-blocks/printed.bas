line_10:
DESCRIPTION "Says what was chosen"
line_20:
HEAR choice AS "A", "B"
line_30:
SELECT CASE choice
    ' the first
    CASE "A"
        line_60:
        WITH order
            ' what was chosen
            kind = choice
            id = 7
        END WITH
        line_110:
    CASE ELSE
        line_120:
        BEGIN TALK
        Nothing for ${choice}.
        END TALK
        line_130:
        GOTO line_150
        line_140:
END SELECT
line_150:
TALK "Done"
