HEAR email WITH "Your address?
SEND MAIL email "Hello"
WAIT 5000
FOR EACH guest OF guests
    TALK guest.nmae
END FOR EACH
READ "notes.txt" INTO text
SET SCHEDULE every monday
TALK LEFT("abc")
