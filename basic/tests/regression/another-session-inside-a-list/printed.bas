other = "s1"
SET BOT MEMORY "last", (GET SESSION other, "name")
TALK LEFT((GET SESSION other, "name"), 3)
TALK [(GET SESSION "own"), 1]
