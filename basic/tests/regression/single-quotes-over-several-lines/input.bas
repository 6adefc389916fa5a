m = BOOK_MEETING '{"title":"x","start":"2030-01-01 10:00"}', ["a@example.org"]
BOOK MEETING '{"title":"x"}', people
TOTAL = SCORE 'the score'
x = 5 'five'
PLAY 'a.mp4'
g = GRAPHQL url, '
  query Hero($id: ID!) {
    hero(id: $id) { name }
  }
', { "id": 7 }
foo(1, ' first
  2) ' second
bar(1, '
  2)
CLEAR KB 'all'
EXIT 'now'
