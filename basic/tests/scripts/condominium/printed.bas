' ============================================================
' Condo assistant: visitors, complaints, payments, reports
' ============================================================
ALLOW ROLE "resident", "manager"
TABLE Visitors
    Id guid key
    Name string(80)
    Unit string(10)
    Day date
    Ok boolean
END TABLE
ADD TOOL "book-hall"
USE KB "rules"
SET ANSWER MODE "document"
CLEAR SUGGESTIONS
ADD SUGGESTION "visit" AS "Announce a visitor"
ADD SUGGESTION "complain" AS "Complain"
ADD SUGGESTION "pay" AS "Second copy of the bill"
unit = GET USER MEMORY "unit"
IF NOT unit THEN
    HEAR unit WITH "Which unit are you from?"
    unit = UCASE(TRIM(unit))
    SET USER MEMORY "unit", unit
END IF
start:
HEAR what AS "Announce a visitor", "Complain", "Second copy of the bill", "Bye"
SELECT CASE what
    CASE "Announce a visitor"
        CALL announce(unit)
    CASE "Complain"
        HEAR text WITH "Tell us what happened"
        mood = SENTIMENT text
        id = "C-" + FORMAT(NOW(), "YYMMDD") + "-" + FORMAT(RANDOM(10, 99))
        SAVE "complaints" WITH id = id, unit = unit, text = text, mood = mood, at = NOW()
        IF mood = "negative" THEN
            SEND MAIL "manager@example.org", "Complaint " + id, text
        END IF
        TALK "Noted under ${id}."
    CASE "Second copy of the bill"
        bill = FIND "bills" WHERE unit = unit AND paid = FALSE ORDER BY due DESC FIRST
        IF bill THEN
            TALK "Due " + FORMAT(bill.due, "DD/MM/YYYY") + ": " + FORMAT(bill.amount, "R$ #,##0.00")
            SEND FILE bill.file, "Your bill"
        ELSE
            TALK "Nothing to pay 🎉"
        END IF
    CASE ELSE
        TALK "Bye!"
        EXIT
END SELECT
GOTO start

SUB announce(unit)
    DO
        HEAR name AS NAME WITH "Name of the visitor?"
        HEAR day AS DATE WITH "Which day?"
        SAVE "Visitors", { Id: GUID(), Name: name, Unit: unit, Day: day, Ok: TRUE }
        HEAR more AS BOOLEAN WITH "Another one?" DEFAULT FALSE
    LOOP WHILE more
END SUB

ON INSERT OF "Visitors"
    v = GET LAST "Visitors"
    TALK TO "whatsapp:+5511999990000", v.Name + " visits " + v.Unit
END ON
