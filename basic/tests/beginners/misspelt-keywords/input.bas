TALKK "one"
Prnit "two"
HERE name
WIAT 5
RETRUN 5
SET BOT MEMROY "a", 1
ADD SUGESTION "b"
CLEAR SUGGESTION
BEGN TALK
say "hello"
echo "hello"
input name
