SUB move_stage(deal_id, stage, why)
    deal = FIND "deals", "id='" + deal_id + "'"
    IF deal IS NULL THEN EXIT SUB
    old = deal.stage
    UPDATE "deals" SET stage = stage, moved_at = NOW() WHERE id = deal_id
    INSERT INTO "activities" VALUES {
        "id": GUID(),
        "deal": deal_id,
        "text": "Moved from " + old + " to " + stage + IIF(why <> "", ": " + why, "")
    }
    IF stage = "won" THEN CALL celebrate(deal)
END SUB

SUB celebrate(deal)
    BROADCAST "🎉 " + deal.name + " won!" TO ["a@example.org", "b@example.org"]
    POST "https://hooks.example.org/won", #{ name: deal.name, amount: deal.amount }
END SUB

FUNCTION probability(stage)
    SELECT CASE stage
        CASE "new": p = 10
        CASE "qualified": p = 30
        CASE "proposal", "negotiation": p = 60
        CASE "won": p = 100
        CASE ELSE: p = 0
    END SELECT
    RETURN p
END FUNCTION

deals = FIND "deals", "stage NOT IN ('won','lost') ORDER BY amount DESC LIMIT 50"
forecast = 0
FOR EACH d IN deals
    forecast = forecast + d.amount * probability(d.stage) / 100
    age = DATEDIFF(d.created, NOW(), "day")
    IF age > 90 AND d.stage = "new" THEN
        CALL move_stage(d.id, "lost", "too old")
    ELSE IF age > 30 THEN
        CREATE TASK "Call " + d.contact, d.owner, "high", DATEADD(NOW(), 1, "day")
    END IF
NEXT
TALK "Forecast: " + FORMAT(forecast, "$#,##0")
