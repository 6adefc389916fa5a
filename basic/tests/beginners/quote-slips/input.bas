TALK "Hello
TALK Hello there
TALK “Hello”
TALK 'It's late'
TALK "He said "hi" to me"
TALK "a" "b"
TALK Hello, world!
x = 'a
TALK ""a"
