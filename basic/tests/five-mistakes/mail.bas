ON ERROR GOTO problem
SEND MAIL "desk@example.org" "Hello"
WAIT -5
name == "Ana" THEN TALK name
TALK Thank you
