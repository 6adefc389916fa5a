SET VARIABLE city = "Lima"

TEST "another text"
EXPECT "Hello Quito"

TEST "the second message first"
EXPECT CONTAINS "Which"

TEST "a pattern"
EXPECT LIKE "Bye*"

TEST "a text that must not be"
EXPECT NOT CONTAINS "Lima"

TEST "silence"
EXPECT NOTHING

TEST "one message too many"
CHOOSE "Small"
EXPECT "One"
EXPECT "Two"
EXPECT "Three"

TEST "other choices"
EXPECT CHOICES "Small", "Medium", "Large"

TEST "choices where there are none"
CHOOSE "Small"
EXPECT CHOICES "Small"

TEST "a choice that is not offered"
CHOOSE "small pizza"

TEST "a condition"
CHOOSE "Small"
EXPECT VARIABLE size = "Large" OR city = "Quito"

TEST "a name that is none"
EXPECT VARIABLE siez = "Large"

TEST "memory"
EXPECT BOT MEMORY "visits", 4

TEST "an effect that was not"
CHOOSE "Small"
EXPECT EFFECT GET WHERE url = "https://x.example/Large"

TEST "an effect that was"
CHOOSE "Small"
EXPECT NO EFFECT GET

TEST "another wait"
CHOOSE "Small"
SKIP
EXPECT WAITING MENU

TEST "no end yet"
EXPECT END

TEST "another end"
CHOOSE "Small"
SKIP
SAY "ana@example.org"
EXPECT END WITH 6

TEST "an error that was not"
EXPECT ERROR

TEST "an error nobody expects"
CHOOSE "Small"
SKIP
SAY "bad@example.org"
SAY "more"

TEST "another error"
CHOOSE "Small"
SKIP
SAY "bad@example.org"
EXPECT ERROR "Something else"

TEST "too late to prepare"
START
SET BOT MEMORY "visits", 4

TEST "a time that is none"
AT "yesterday-ish"

TEST "a zone nobody knows"
AT "2030-05-01" IN "Mars/Olympus"

TEST "back in time"
START
AT "2001-01-01"

TEST "nothing to skip"
SKIP

TEST "a start in the middle"
SAY "Small"
START

TEST "a value that cannot be"
SAY 1 / 0

TEST "a script that is not there"
USE "missing.bas"
EXPECT "x"
