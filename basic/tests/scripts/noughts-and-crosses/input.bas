DIM board(9)
FOR i = 0 TO 8
  board(i) = "."
NEXT i
turn = "X"
moves = 0
DO WHILE moves < 9
  row = ""
  FOR i = 0 TO 8
    row = row + board(i)
    IF (i + 1) MOD 3 = 0 THEN row = row + "\n"
  NEXT
  TALK row
  HEAR cell AS INTEGER WITH turn + ": 1-9?"
  IF cell >= 1 AND cell <= 9 AND board(cell - 1) = "." THEN
    board(cell - 1) = turn
    moves = moves + 1
    turn = IIF(turn = "X", "O", "X")
  ELSE
    TALK "Not there."
  END IF
LOOP
