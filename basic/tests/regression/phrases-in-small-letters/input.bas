docs = kb documents count
posts = Get Facebook Posts
queue = "https://example.org/queue"
state = get queue
commit
try
    TALK "x"
catch e
    TALK "y"
end try
