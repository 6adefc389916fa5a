' nightly: clean, sum up, send, plan
SET SCHEDULE "0 2 * * *"
ON ERROR RESUME NEXT
yesterday = DATEADD(TODAY(), -1, "days")
orders = FIND "orders", "created >= '" + FORMAT(yesterday, "yyyy-MM-dd") + "'"
stats = {
    n: UBOUND(orders),
    sum: SUM(orders, "total"),
    avg: AVG(orders, "total")
}
groups = GROUP BY orders, "channel", { total: "SUM(total)", n: "COUNT(*)" }
text = "Orders: ${stats.n}\nSum: ${FORMAT(stats.sum, "#,##0.00")}\n"
FOR EACH g IN groups
    text = text + "  - " + g.key + ": " + g.n + "\n"
NEXT
old = FIND "carts", "updated < '" + FORMAT(DATEADD(NOW(), -7, "days"), "yyyy-MM-dd") + "'"
FOR EACH c IN old
    DELETE "carts", "id=" + c.id
NEXT
IF stats.n > 100 THEN
    advice = LLM "In two sentences, what stands out?\n" + text WITH OPTIMIZE FOR "cost"
    text = text + advice
ELSE IF stats.n = 0 THEN
    text = text + "Nothing sold."
END IF
SEND MAIL ["boss@example.org", "ops@example.org"], "Day of " + FORMAT(yesterday, "DD/MM"), text
WRITE text TO "reports/" + FORMAT(yesterday, "YYYYMMDD") + ".txt"
IF ERROR THEN
    SEND MAIL "ops@example.org", "Nightly failed", ERROR MESSAGE
    CLEAR ERROR
END IF
SET BOT MEMORY "last_night", stats
SET SCHEDULE DATEADD(NOW(), 6, "hours"), "morning.bas"
