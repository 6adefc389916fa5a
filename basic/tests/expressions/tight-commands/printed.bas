TALK "No " + FORMAT(7, "000") + "-" + FORMAT(5, "00")
TALK FIRST(["a", "b"]) + "!"
TALK MAX(3, 9)
TALK DATEADD("2025-01-30", 2, "day")
