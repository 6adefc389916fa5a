answer = LLM "Shorten this:
one
two ${n}"
data = GRAPHQL "https://example.org", "{
  me { name }
}", { id: 1 }
TALK answer + data
n = 3
