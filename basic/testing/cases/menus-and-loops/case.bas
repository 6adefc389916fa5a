again:
HEAR c AS "A", "B", "C", * WITH "Which?" TIMEOUT 30
SELECT CASE c
  CASE "A"
    TALK "a"
  CASE "D"
    TALK "d"
END SELECT
IF c = "A" THEN
ELSE IF c = "B" THEN
  GOTO again
END IF
FOR EACH x IN [1, 2]
  IF x = 2 THEN EXIT FOR
NEXT
DO
  EXIT DO
LOOP
CALL shout("done")
SUB shout(t)
  TALK UCASE(t)
  r = GET "https://x.example" ELSE GOTO no
  EXIT SUB
no:
  TALK "no"
END SUB
