TLAK "Welcome to the shop"
HEAR name AS NAEM
IF name = "Ana"
    TALK "Hi Ana"
END IF
TALK "The price is + price
GOTO checkout
