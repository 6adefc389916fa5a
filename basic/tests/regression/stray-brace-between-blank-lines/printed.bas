x = 1

TALK x

