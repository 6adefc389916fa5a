ON MESSAGE "menu", "start over" GOTO begin
ON SILENCE 300 GOTO idle
ON ERROR GOTO problem
begin:
HEAR wish WITH "What can we do?"
ON ERROR RESUME NEXT
ON ERROR GOTO 0
EXIT
idle:
TALK "Still there?"
GOTO begin
problem:
TALK ERROR MESSAGE
