PARAM seats AS INTEGER LIKE 4 OPTIONAL
PARAM day, hour AS STRING
PARAM note AS STRING DEFAULT "none"
DESCRIPTION "Books"
IF NOT seats THEN seats = 2
IF day IS NULL THEN TALK "No day"
TALK "Seats " + seats + ", note [" + note + "], hour [" + hour + "]"
TALK unheard_of
