body = "Dear guest,

thank you.
"
TALK body + "The desk"
