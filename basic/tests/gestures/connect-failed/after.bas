page = GET "https://example.org" ELSE GOTO sorry ' the news
TALK page
EXIT

sorry:
TALK "Try later."
