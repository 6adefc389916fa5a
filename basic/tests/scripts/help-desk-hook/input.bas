WEBHOOK "chatwoot"
IF headers["x-token"] <> GET CONFIG "hook-token" THEN
  SET RESPONSE STATUS 401
  RETURN { error: "no" }
END IF
event = body.event
IF event = "message_created" AND body.message_type = "incoming" THEN
  txt = body.content ?? ""
  intent = CLASSIFY txt, ["order", "refund", "other"]
  SELECT CASE intent
    CASE "refund"
      t = CREATE TASK "Refund " + body.sender.name, "support@example.org", "high", DATEADD(NOW(), 1, "day")
    CASE "order"
      o = FIND "orders", "email", body.sender.email
      reply = IIF(o, "Your order is " + o.status, "I find no order")
    CASE ELSE
      reply = ANSWER txt
  END SELECT
  POST "https://chat.example.org/api/messages", { id: body.conversation.id, content: reply }
END IF
result = { ok: TRUE, event: event }
RETURN result
