TALK (GET b, c)
TALK (GET b, x = (GET b, c) + 1)
