size = HEER "Small or large?"
price = (10 + 2 * 3
SAVE orders WITH size price
SELECT CASE size
    CASE "small"
        TALK "10"
    ELSE
        TALK "20"
END SELECT
total price = 5
