SET BOT MEMORY("k", 1)
TALK ("x")
TALK ("a" + "b") + "c"
x = GET BOT MEMORY("k") + "!"
v = hear ()
TALK x + v
