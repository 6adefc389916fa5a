' Three questions for the position. Gives the points: one for each answer that fits.
PARAM position AS STRING LIKE "Sales"
DESCRIPTION "Asks an applicant three questions."

points = 0

experience:
HEAR years AS INTEGER WITH "How many years have you done such work?"
IF years >= 2 THEN points = points + 1

language:
HEAR speaks_english AS "Yes, well", "A little", "No" WITH "Do you speak English?"
IF speaks_english = "Yes, well" THEN points = points + 1

own_question:
SELECT CASE position
    CASE "Sales"
        HEAR suits AS BOOLEAN WITH "Do you like to be on the road two days a week?"
    CASE "Software developer"
        HEAR suits AS BOOLEAN WITH "Have you put something into production that others use?"
    CASE ELSE
        HEAR suits AS BOOLEAN WITH "Could you work on two Saturdays a month?"
END SELECT
IF suits THEN points = points + 1
RETURN points
