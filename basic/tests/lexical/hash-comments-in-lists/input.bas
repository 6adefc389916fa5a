list = [ # all of them
    1, # one
    2, # two
    # three
    3
]
TALK list
