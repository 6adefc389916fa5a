USE "case.bas"

TEST "chooses twice"
CHOOSE "B"
EXPECT "Which?"
CHOOSE "A"
EXPECT "a"
EXPECT "DONE"
EXPECT END

TEST "writes something else"
ANSWER GET FAILS "down"
SAY "D"
EXPECT "d"
EXPECT "DONE"
EXPECT "no"

TEST "says nothing"
SKIP
EXPECT "DONE"
