TALK "one"

' kept
TALK "two"
