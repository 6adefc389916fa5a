SET SYSTEM PROMPT "x"
x = 5 /* five */ + 3
TALK "b" /* said */
y = [1, /* one */ 2] /* two */
IF x = 8 /* eight */ THEN
    TALK y[0] /* first */
END IF /* done */
