' What the sign-up promises. Try it with: npm run bw -- test templates/event-sign-up
ANSWER GENERATE CODE WITH "48291"

TEST "signs up and sends the date"
EXPECT "Hello! This is the sign-up for our open day on 14/05/2027 at 09:30."
CHOOSE "I would like to come"
SAY "ana"
SAY "ana@example.org"
CHOOSE "Pottery"
CHOOSE "Vegan"
EXPECT EFFECT SAVE
EXPECT EFFECT SEND MAIL
EXPECT LIKE "You are signed up, Ana: **Pottery**, number **G-48291**.*"
EXPECT END

TEST "tells more first"
CHOOSE "Tell me more"
EXPECT CONTAINS "three workshops"
CHOOSE "I would like to come"
EXPECT "What is your name?"
SAY "Bo"
SAY "bo@example.org"
CHOOSE "Photography"
CHOOSE "Everything"
EXPECT CONTAINS "Photography"

TEST "accepts a no"
SAY "???"
SAY "???"
SAY "???"
EXPECT CONTAINS "behind the scenes"
CHOOSE "Not this time"
EXPECT CONTAINS "What a pity!"

TEST "takes silence for a no"
CHOOSE "Tell me more"
SAY "???"
SAY "???"
SAY "???"
EXPECT CONTAINS "What a pity!"

TEST "needs an address"
CHOOSE "I would like to come"
SAY "Ana"
SAY "no"
SAY "no"
SAY "no"
EXPECT CONTAINS "What a pity!"

TEST "puts people on the waiting list when a workshop is full"
SET VARIABLE seats = 0
ANSWER FIND WITH []
ANSWER FIND WITH RANGE(1, 20)
CHOOSE "I would like to come"
SAY "Ana"
SAY "ana@example.org"
CHOOSE "Bread baking"
CHOOSE "Vegetarian"
EXPECT "I am sorry, this workshop is full."
CHOOSE "Put me on the waiting list"
EXPECT EFFECT SAVE
EXPECT CONTAINS "waiting list"

TEST "offers another workshop when one is full"
ANSWER FIND WITH []
ANSWER FIND WITH RANGE(1, 20)
CHOOSE "I would like to come"
SAY "Ana"
SAY "ana@example.org"
CHOOSE "Bread baking"
CHOOSE "Vegetarian"
CHOOSE "Choose another workshop"
EXPECT "Which workshop would you like to join?"
SAY "???"
SAY "???"
SAY "???"
SAY "???"
SAY "???"
SAY "???"
SAY "???"
SAY "???"
SAY "???"
EXPECT CONTAINS "What a pity!"

TEST "accepts that somebody does not want to wait"
ANSWER FIND WITH []
ANSWER FIND WITH RANGE(1, 20)
CHOOSE "I would like to come"
SAY "Ana"
SAY "ana@example.org"
CHOOSE "Bread baking"
CHOOSE "Vegetarian"
CHOOSE "Not this time"
EXPECT CONTAINS "What a pity!"

TEST "knows who is signed up, and keeps the seat"
ANSWER FIND WITH [{ number: "G-1", email: "ana@example.org" }]
CHOOSE "I would like to come"
SAY "Ana"
SAY "ana@example.org"
EXPECT CONTAINS "with the number G-1"
CHOOSE "Keep my seat"
EXPECT "Good. We look forward to seeing you!"

TEST "keeps the seat when nothing is chosen"
ANSWER FIND WITH [{ number: "G-1", email: "ana@example.org" }]
CHOOSE "I would like to come"
SAY "Ana"
SAY "ana@example.org"
SAY "???"
SAY "???"
SAY "???"
EXPECT NO EFFECT DELETE FROM

TEST "gives a seat back"
ANSWER FIND WITH [{ number: "G-1", email: "ana@example.org" }]
CHOOSE "I would like to come"
SAY "Ana"
SAY "ana@example.org"
CHOOSE "Cancel my seat"
EXPECT EFFECT DELETE FROM
EXPECT CONTAINS "for somebody else"

TEST "speaks Portuguese, the workshop too"
SET LANGUAGE "pt"
CHOOSE "Quero participar"
SAY "Ana"
SAY "ana@example.org"
CHOOSE "Cerâmica"
CHOOSE "Vegano"
EXPECT CONTAINS "**Cerâmica**"
EXPECT VARIABLE workshop = "Pottery"

TEST "speaks Spanish"
SET LANGUAGE "es"
CHOOSE "Cuéntame más"
EXPECT CONTAINS "tres talleres"
