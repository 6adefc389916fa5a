IF x = 1 THEN TALK "one" ' careful
TALK "on"
