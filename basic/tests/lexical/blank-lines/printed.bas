TALK "one"

TALK "two"

