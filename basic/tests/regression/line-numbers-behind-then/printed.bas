line_10:
HEAR n AS INTEGER
line_20:
IF n > 3 THEN GOTO line_50 ELSE GOTO line_60
line_50:
TALK "big"
line_60:
END
