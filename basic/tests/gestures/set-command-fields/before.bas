x = POST "https://example.org", { a: 1 } ELSE GOTO sorry
sorry:
