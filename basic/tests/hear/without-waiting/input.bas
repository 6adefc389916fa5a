word = HEAR NOWAIT
IF word IS NULL THEN TALK "Nothing was said yet."
HEAR first WITH "Say something."
HEAR NOWAIT more
TALK first + "|" + more
opts = ["Tea", "Coffee"]
HEAR drink WITH "What?" AS opts
TALK drink
HEAR mail WITH "Your mail?" AS EMAIL
TALK mail
