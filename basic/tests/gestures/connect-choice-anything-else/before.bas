HEAR t AS "A", "B" WITH "?"
EXIT
b:
TALK "b"
