v = (TALK)
m:BEGIN N
w = (get)
