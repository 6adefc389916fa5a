visits = GET BOT MEMORY "visits"
note = "Basic " + (GET BOT MEMORY "token")
name = GET SESSION "name" OR "guest"
both = { id: GET "session.id", n: RECALL "n" ?? 0 }
url = GET "https://example.org" + "/x?page=" + 1
TALK visits + note + name + both + url
