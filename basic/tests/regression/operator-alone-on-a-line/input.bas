TRACK ""
AND 
x = 1
AND
