TALK "a"
IF b THEN GOTO say_good_bye
GOSUB say_good_bye
HEAR x TIMEOUT 5 GOTO say_good_bye ' bye
GOTO say_good_bye

say_good_bye:
TALK "GOTO bye"
