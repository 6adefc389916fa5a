TALK "one"
TALK
x = 
y = 1 2
TALK (1 + 2
z = [1, 2
TALK "open
TALK "two"
foo bar
hello
TALK 'don't
GOTO
1 + 2
