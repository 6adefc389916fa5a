TALK "one
two"
