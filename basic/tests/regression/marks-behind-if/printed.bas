IF ... THEN
    F
    IF d THEN NT""
END IF
WHILE ...
    x = 1
WEND
IF ] THEN
    x = 1
END IF
ND x=:ND
IF x > (GET SESSION) THEN LK""
ND D WITH
KAS
text = "a"
z = 2 * (ANALYZE text)
