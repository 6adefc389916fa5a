TALK "Hello"
GOTO nowhere
IF x THEN
