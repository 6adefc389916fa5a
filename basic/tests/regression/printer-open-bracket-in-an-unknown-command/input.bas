RE{U
TALK "on"
