' as SQL has them
'
'
' as C has them
total = 3
' two stars ** and a slash /
IF total > 2 THEN
    ' inside a block
    TALK "a -- b /* c */"
END IF
