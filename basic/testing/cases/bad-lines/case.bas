TALK "Hello"
