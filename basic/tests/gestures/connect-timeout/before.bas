HEAR name WITH "Who?" TIMEOUT 60
TALK name
EXIT

later:
TALK "See you."
