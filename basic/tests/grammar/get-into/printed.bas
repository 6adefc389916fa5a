page = GET "https://example.org/a"
TALK page
