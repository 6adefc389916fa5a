HEAR size AS "Small", "Large" WITH "Which size?"
TALK "You chose " + size
HEAR extra AS "Milk", "Sugar"
HEAR other AS "done", * ' or anything
TALK extra + other
