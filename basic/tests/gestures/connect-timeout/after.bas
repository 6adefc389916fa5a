HEAR name WITH "Who?" TIMEOUT 60 GOTO later
TALK name
EXIT

later:
TALK "See you."
