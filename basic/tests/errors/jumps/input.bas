GOTO nowhere
IF a THEN
    inside:
    TALK 1
END IF
GOTO inside
twice:
twice:
SUB f
    GOTO twice
    there:
END SUB
GOTO there
ON MESSAGE "x" GOTO inside
HEAR a TIMEOUT 5 GOTO nowere
b = GET "u" ELSE GOTO twise
