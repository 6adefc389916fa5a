TALK "No " + FORMAT 7 AS "000" + "-" + FORMAT 5 AS "00"
TALK FIRST ["a", "b"] + "!"
TALK MAX 3, 9
TALK DATEADD("2025-01-30", 2, "day")
