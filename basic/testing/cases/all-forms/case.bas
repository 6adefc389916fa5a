ON MESSAGE "menu" GOTO top
ON SILENCE 600 GOTO quiet
top:
visits = GET BOT MEMORY "visits"
TALK "Hi ${city} ${visits}"
HEAR n AS INTEGER WITH "How many?" TIMEOUT 60 GOTO late
FOR i = 1 TO n
  IF i = 2 THEN CONTINUE
  PRINT i
NEXT
DO
  n = n - 1
LOOP UNTIL n < 0
WHILE n > 0
  n = n - 1
WEND
GOSUB extra
r = GET "https://x.example/" + i ELSE GOTO broken
TALK "Got ${r.price}"
rows = FIND "people"
TALK "Rows ${LEN(rows)}"
ON ERROR GOTO oops
x = 1 / 0
TALK "never"
late:
TALK "too late"
EXIT
oops:
TALK "oops"
WAIT 30
TALK "after pause"
HEAR pic AS IMAGE WITH "Picture?"
TALK "thanks for ${pic.name}"
RETURN 5
broken:
TALK "broken: " + ERROR MESSAGE
HEAR z
THROW "bad thing"
quiet:
TALK "Are you there?"
EXIT
extra:
SELECT CASE n
 CASE 1
 CASE -1
   TALK "minus"
END SELECT
RETURN
SUB never_called
 TALK "x"
END SUB
