' What happens to an appointment that was made.
ANSWER FIND WITH [{ number: "A-1", name: "Ana", service: "Consultation", on_day: "2026-12-24", at_time: "10:00" }]

TEST "cancels an appointment and tells the front desk"
SAY "A-1"
SAY "24/12/1990"
EXPECT "It is on 24/12/2026 at 10:00. What shall I do?"
CHOOSE "Cancel it"
EXPECT EFFECT DELETE FROM
EXPECT EFFECT CREATE TASK
EXPECT CONTAINS "It is cancelled."

TEST "frees the time for another one"
SAY "A-1"
SAY "24/12/1990"
CHOOSE "Choose another time"
EXPECT EFFECT DELETE FROM
EXPECT CONTAINS "free again"

TEST "leaves it as it is"
SAY "A-1"
SAY "24/12/1990"
CHOOSE "Leave it"
EXPECT NO EFFECT DELETE FROM
EXPECT CONTAINS "stays as it is"

TEST "leaves it when no choice fits"
SAY "A-1"
SAY "24/12/1990"
SAY "???"
SAY "???"
SAY "???"
EXPECT NO EFFECT DELETE FROM

TEST "asks a person after three wrong answers"
ANSWER FIND WITH []
SAY "A-9"
SAY "24/12/1990"
EXPECT CONTAINS "I find no appointment"
SAY "A-8"
SAY "24/12/1990"
SAY "A-7"
SAY "24/12/1990"
EXPECT EFFECT TRANSFER TO HUMAN
EXPECT CONTAINS "I find no appointment"
EXPECT CONTAINS "ask a colleague"
