reply = POST "https://example.org/${id}" ELSE GOTO sorry
sorry:
