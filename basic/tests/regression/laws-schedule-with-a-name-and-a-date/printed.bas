SET SCHEDULE "daily" ON a[0], "0 2 * * *", "x.bas"
