docs = KB DOCUMENTS COUNT
posts = GET FACEBOOK POSTS
queue = "https://example.org/queue"
state = GET QUEUE
COMMIT
TRY
    TALK "x"
CATCH e
    TALK "y"
END TRY
