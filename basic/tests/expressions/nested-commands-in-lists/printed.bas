other = "s1"
a = [(GET SESSION other, "k")]
SET BOT MEMORY "last", (GET SESSION "k")
TALK a
