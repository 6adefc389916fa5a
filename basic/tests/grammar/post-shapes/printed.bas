url = "https://example.org"
POST url
POST url, { id: 1 }
POST url WITH id = 1, name = "Ana"
reply = PUT url, "text", "text/plain"
DELETE url
DELETE url
TALK reply
