HEAR n WITH "Quick!" TIMEOUT 20 GOTO late
TALK "in time"
EXIT
late:
TALK "too late"
