name = "Ana"
INSERT INTO "guests" WITH name = name, seats = 2
INSERT INTO guests, "Bia", 3
INSERT INTO guests VALUES { name: "Cid", seats: 1 }
rows = FIND "guests"
PRINT JSON(rows)
