list = ["a"]
message = "hi"
case = 1
next = 2
data = { to: 3, from: 4 }
to = data.to
from = data.from
count = list.count
now = "later"
TALK list[0] + message + case + next + to + from + count + now
