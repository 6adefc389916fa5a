page = GET "https://example.org" ' the news
TALK page
EXIT

sorry:
TALK "Try later."
