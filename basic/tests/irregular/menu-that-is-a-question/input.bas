HEAR name AS "What is your name?"
HEAR size AS "Small"
TALK name + size
