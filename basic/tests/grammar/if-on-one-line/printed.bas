n = 3
IF n > 2 THEN TALK "big"
IF n > 5 THEN TALK "huge" ELSE TALK "not huge"
IF n = 3 THEN n = 4
IF n = 4 THEN IF n > 1 THEN TALK "nested" ELSE TALK "never"
IF n = 4 THEN GOTO finish
TALK "skipped"
finish:
TALK "end"
