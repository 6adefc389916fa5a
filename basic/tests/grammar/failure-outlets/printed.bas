page = GET "https://example.org" ELSE GOTO problem
SET BOT MEMORY "page", page ELSE GOTO problem
EXIT
problem:
TALK "It did not work."
