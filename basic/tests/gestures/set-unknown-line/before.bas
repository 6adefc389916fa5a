FROB the thing
TALK "a"
