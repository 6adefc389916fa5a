x = 1
TALK ${x}
TALK "a" ${x}
