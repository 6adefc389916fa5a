name = "Ana"
INSERT INTO "guests" (name, seats) VALUES (name, 2)
INSERT INTO guests VALUES ('Bia', 3);
INSERT INTO guests VALUES { name: "Cid", seats: 1 }
rows = FIND "guests"
PRINT JSON(rows)
