WEBHOOK "order"
order = #{ id: body.id, total: body.total ?? 0, tags: ["new", "web"] }
SELECT CASE order.tags[0]
    CASE "new", "first"
        order.level = "A"
    CASE ELSE
        order.level = "B"
END SELECT
CALL announce(order.id)
customer = CALL "/crm/customers/get", body.email
POST "https://example.org/hook", { "id": order.id, "name": customer.name }
RETURN order

SUB announce(id)
    IF id IS NULL THEN
        EXIT SUB
    END IF
    PRINT "order " + id
END SUB
