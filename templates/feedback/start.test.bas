' What the feedback bot promises. Try it with: npm run bw -- test templates/feedback

TEST "is happy about a ten and points to reviews"
EXPECT CONTAINS "two short questions"
EXPECT CONTAINS "from 0"
SAY "10"
EXPECT LIKE "That makes us happy!*"
SAY "The soup"
EXPECT CONTAINS "example.com/review"
EXPECT EFFECT SAVE
EXPECT EFFECT TRACK EVENT
EXPECT NO EFFECT CREATE TASK
EXPECT CONTAINS "read by a person"
EXPECT END

TEST "asks what was missing for a ten"
SAY "8"
EXPECT CONTAINS "made it a 10"
SAY "More chairs"
EXPECT VARIABLE score = 8 AND reason = "More chairs"
EXPECT EFFECT SAVE

TEST "tells the manager about somebody who is unhappy and wants to be called"
SAY "3"
SAY "We waited an hour."
CHOOSE "Yes, please"
SAY "ana@example.org"
EXPECT EFFECT CREATE TASK
EXPECT EFFECT SAVE

TEST "leaves those alone who want no call, and still tells the manager"
SAY "6"
SAY "Too loud."
CHOOSE "No, thanks"
EXPECT EFFECT CREATE TASK
EXPECT VARIABLE email = ""

TEST "takes no answer about the call for a no"
SAY "0"
SAY "Bad."
SAY "???"
SAY "???"
SAY "???"
EXPECT EFFECT CREATE TASK

TEST "wants a number from 0 to 10"
SAY "11"
EXPECT "Please give me a number from 0 to 10."
SAY "-1"
EXPECT "Please give me a number from 0 to 10."
SAY "9"
EXPECT LIKE "That makes us happy!*"

TEST "does not insist"
SAY "why?"
SAY "no"
SAY "no!"
EXPECT NO EFFECT SAVE
EXPECT CONTAINS "another time"

TEST "speaks Portuguese"
SET LANGUAGE "pt"
SAY "10"
EXPECT "Que alegria! Do que você mais gostou?"

TEST "speaks Spanish"
SET LANGUAGE "es"
SAY "2"
EXPECT "Lo lamento. ¿Qué salió mal?"
