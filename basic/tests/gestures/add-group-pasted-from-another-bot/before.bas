TALK "a"
