' What the welcome bot promises. Try it with: npm run bw -- test templates/welcome

TEST "greets and asks for the name"
EXPECT "Hello! Good to see you here."
EXPECT "What is your name?"
EXPECT WAITING NAME
EXPECT NOTHING

TEST "offers two things, by name"
SAY "Ana"
EXPECT "How can I help, Ana?"
EXPECT CHOICES "Opening hours", "Leave a message"

TEST "tells the opening hours and asks on"
SAY "Ana"
CHOOSE "Opening hours"
EXPECT CONTAINS "Monday to Friday"
EXPECT "How can I help, ${name}?"
EXPECT WAITING MENU

TEST "asks again for a bad address, then takes the message"
SAY "Ana"
CHOOSE "Leave a message"
EXPECT "What would you like to tell us?"
SAY "Please call me."
EXPECT "Where can we write to you?"
SAY "nowhere"
EXPECT LIKE "Please write an e-mail address*"
SAY "ana@example.org"
EXPECT "Thank you, Ana. We will answer to ana@example.org."
EXPECT VARIABLE note = "Please call me." AND email = "ana@example.org"
EXPECT END

TEST "takes the message when nothing of the menu fits"
SAY "Ana"
SAY "a dog"
SAY "a cat"
SAY "a bird"
EXPECT "We are here from Monday to Friday, 9 to 17."

TEST "goes on after a restart in the middle"
SAY "Ana"
RESTART
CHOOSE "Opening hours"
EXPECT CONTAINS "9 to 17"
