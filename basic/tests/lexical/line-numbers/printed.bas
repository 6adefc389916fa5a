line_10:
n = 0
line_20:
n = n + 1
line_30:
IF n < 3 THEN GOTO line_20
line_40:
GOSUB line_100
line_50:
ON ERROR GOTO line_200
line_60:
THROW "problem"
line_70:
END
line_100:
TALK "n is " + n
line_110:
RETURN
line_200:
TALK ERROR MESSAGE
