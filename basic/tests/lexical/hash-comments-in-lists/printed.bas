' all of them
' one
' two
' three
list = [1, 2, 3]
TALK list
