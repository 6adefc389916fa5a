GET "https://example.org/a" INTO page
TALK page
