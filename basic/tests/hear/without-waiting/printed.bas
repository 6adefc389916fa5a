HEAR word TIMEOUT 0
IF word IS NULL THEN TALK "Nothing was said yet."
HEAR first WITH "Say something."
HEAR more TIMEOUT 0
TALK first + "|" + more
opts = ["Tea", "Coffee"]
HEAR drink AS MENU opts WITH "What?"
TALK drink
HEAR mail AS EMAIL WITH "Your mail?"
TALK mail
