unit = "day"
a = DATEADD("2030-01-01", 5, "dayz")
b = DATEADD(NOW(), 5, unit)
c = DATEADD("fortnight", 5, TODAY())
d = DATEDIFF(NOW(), "2030-01-01", "Hours")
e = DATEDIFF("2030-01-01", "2030-02-01", 5)
f = DATEADD(NOW(), 5)
TALK a + b + c + d + e + f
