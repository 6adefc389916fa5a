SET SCHEDULE "daily" a[0] "0 2 * * *" "x.bas"
