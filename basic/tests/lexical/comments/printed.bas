' a line comment
' another one
' and a third
rem = 5 ' rem is a variable here
TALK "it's text" ' it's a comment
x = "also text" ' and a comment
' an old comment
TALK x + rem
