y = (_)
TALK (_)
HEAR _ : TALK 1
DO
LOOP UNTIL (_)
