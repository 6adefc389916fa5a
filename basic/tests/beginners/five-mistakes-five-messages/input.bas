TLAK "Welcome to the shop"
HEAR name AS NAEM
IF name = "Ana"
    TALK "Hi Ana"
END IF
price = 10 +
TALK "The price is + price
GOTO checkout
