list = ["b", "a"]
list.push("c")
TALK list.length + list[2].toUpperCase()
