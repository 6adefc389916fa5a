url = "https://example.org"
POST url
POST url, { id: 1 }
POST url WITH id = 1, name AS "Ana"
reply = PUT url, "text", "text/plain"
DELETE HTTP url
DELETE url
TALK reply
