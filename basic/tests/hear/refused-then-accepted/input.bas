HEAR n AS INTEGER WITH "How many?"
TALK n * 2
