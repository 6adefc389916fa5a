TALK "one"



TALK "two"

