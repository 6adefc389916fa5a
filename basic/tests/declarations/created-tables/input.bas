CREATE TABLE IF NOT EXISTS guests (
    id INTEGER PRIMARY KEY, -- the number
    name VARCHAR(50) NOT NULL DEFAULT 'nobody, yet',
    total DECIMAL(8,2)
);
CREATE TABLE rooms (number INTEGER, beds INTEGER)
CREATE TABLE "visits", "guest string(80), seats integer"
SAVE "visits" WITH guest = "Ana", seats = "2"
visit = FIND "visits"
TALK visit.seats + 1
ON ERROR RESUME NEXT
CREATE TABLE "odd", "guest string, 7 ?"
TALK ERROR MESSAGE
