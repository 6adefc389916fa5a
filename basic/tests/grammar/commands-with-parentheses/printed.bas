SET BOT MEMORY "k", 1
TALK "x"
TALK "a" + "b" + "c"
x = (GET BOT MEMORY "k") + "!"
HEAR v
TALK x + v
