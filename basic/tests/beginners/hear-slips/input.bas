HEAR
HEAR "What is your name?"
HEAR name "Your name?"
HEAR name AS
HEAR name AS EMIAL
HEAR name WITH
HEAR 5
HEAR name AS EMAIL WITH Your e-mail
HEAR name, "Your name?"
x = 1 + HEAR
HEAR name = "Ana"
HEAR mood AS "Good" "Bad"
HEAR name AS NAME AS EMAIL
HEAR name AS MENU
HEAR name TIMEOUT
HEAR name TIMEOUT 5 GOTO
