docs = kb documents count
posts = Get Facebook Posts
queue = "https://example.org/queue"
state = GET queue
commit
try
    TALK "x"
catch e
    TALK "y"
end try
