TALK "before"
BEGIN TALK
Hello
and more
