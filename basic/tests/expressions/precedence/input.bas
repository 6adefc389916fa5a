TALK 1 + 2 * 3 ^ 2
TALK (1 + 2) * 3
TALK 2 ^ 3 ^ 2
TALK -2 ^ 2
TALK 10 MOD 4 + 7 \ 2
TALK "a" + 1 + 2
TALK 1 < 2 AND NOT 2 < 1
TALK NOT 1 = 2
TALK 1 = 2 OR 3
