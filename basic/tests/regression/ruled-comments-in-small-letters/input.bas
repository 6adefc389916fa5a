rem ==========
rem = 5
rem ------
TALK rem
