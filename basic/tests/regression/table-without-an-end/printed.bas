TABLE Guests
    Id string(20) key
    Name string(80)
TALK "after"
x = 1
