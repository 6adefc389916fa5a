' What the demo bot promises. Try it with: npm run bw -- test templates/demo

TEST "asks who you are before anything else"
EXPECT "Hello! I am the demo bot of Botwright."
EXPECT CONTAINS "tell me who you are"
EXPECT "What is your name?"
SAY "Ana"
EXPECT "Nice to meet you, Ana."
EXPECT "And your e-mail address?"
EXPECT WAITING EMAIL

TEST "asks again for an address that is none"
SAY "Ana"
SAY "not an address"
EXPECT LIKE "Please write an e-mail address*"
SAY "ana@example.org"
EXPECT CONTAINS "Nothing is sent to ana@example.org"
EXPECT VARIABLE email = "ana@example.org"

TEST "offers its topics, and each leads back to the menu"
SAY "Ana"
SAY "ana@example.org"
EXPECT CONTAINS "Thank you"
EXPECT "What would you like to know? Pick one or ask in your own words."
EXPECT CHOICES "What is Botwright?", "How do I start?", "What can a bot do?", "That is all"
CHOOSE "What is Botwright?"
EXPECT CONTAINS "draw conversations"
CHOOSE "How do I start?"
EXPECT LIKE "Three steps:*Sign up*"
CHOOSE "What can a bot do?"
EXPECT CONTAINS "It can wait for an answer for months."
EXPECT WAITING MENU

TEST "finds key words in a question of one's own"
SAY "Ana"
SAY "ana@example.org"
SAY "What does it COST?"
EXPECT CONTAINS "no price per message"
SAY "Can I embed it?"
EXPECT CONTAINS "One line of HTML"
SAY "What if the server crashes?"
EXPECT CONTAINS "Every turn is stored"
SAY "Show me the source"
EXPECT CONTAINS "a BASIC program"
SAY "Is there an API?"
EXPECT CONTAINS "/api/v1/openapi.json"
SAY "Give me a human"
EXPECT CONTAINS "nobody sits behind me"
SAY "When does it open?"
EXPECT "We open at nine."
EXPECT "That is from: hours.pdf"

TEST "says what it knows about when neither key words nor the guides help"
ANSWER THINK KB WITH { confidence: 0 }
SAY "Ana"
SAY "ana@example.org"
SAY "purple"
EXPECT CONTAINS "I know about prices"

TEST "keeps its place when the server stops in the middle"
SAY "Ana"
RESTART
SAY "ana@example.org"
RESTART
CHOOSE "That is all"
EXPECT "Goodbye, Ana. Write to me again whenever you like."
EXPECT END

TEST "understands a goodbye in words"
SAY "Ana"
SAY "ana@example.org"
SAY "Thanks, bye"
EXPECT LIKE "Goodbye, Ana.*"
EXPECT END
