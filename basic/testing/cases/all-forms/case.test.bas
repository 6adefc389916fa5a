SET VARIABLE city = "Lima"
SET BOT MEMORY "visits", 3
ANSWER GET WHERE url LIKE "*x.example*" WITH { price: 7 }
ANSWER FIND WITH [1, 2, 3]
AT "2030-05-01 09:00"

TEST "all goes well"
EXPECT "Hi Lima 3"
SAY 3
EXPECT EFFECT PRINT WHERE text = 1
EXPECT EFFECT GET WHERE url = "https://x.example/4"
EXPECT NO EFFECT POST
EXPECT NOT "minuss"
EXPECT "Got 7"
EXPECT "Rows 3"
EXPECT "oops"
EXPECT WAITING PAUSE
SKIP
EXPECT "after pause"
SEND FILE "a.jpg"
EXPECT "thanks for a.jpg"
EXPECT END WITH 5

TEST "fails"
ANSWER GET FAILS 503
SAY 1
EXPECT CONTAINS "minus"
EXPECT "broken: GET https://x.example/2 was answered with status 503."
SAY "x"
EXPECT ERROR "bad thing"

TEST "late" 
SKIP 2 MINUTES
EXPECT "too late"

TEST "menu"
SAY "menu"
EXPECT CONTAINS "Hi"

