hello:
TALK "Hi"
