OPTION STRICT
TALK nothing_sets_this
FIND "guests"
CALL nobody
TALK NO_SUCH(1)
