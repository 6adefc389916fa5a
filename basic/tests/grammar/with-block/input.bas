name = "Ana"
WITH guest
    ' copied
    name = name ' from above
    .seats = 2

    note = "window"
END WITH
TALK guest.name + guest.seats
