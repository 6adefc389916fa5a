' ==========
rem = 5
' ------
TALK rem
