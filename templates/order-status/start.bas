' Tells customers where their order is. Keep the table "orders" up to date, or fill it from your shop.

TABLE orders
    number string(20) key
    email string(254)
    status string(20)
    placed date
    expected date
    tracking string(300)
END TABLE

ON MESSAGE "person", "agent" GOTO hand_over

tries = 0

welcome:
TALK "Hello! I can tell you where your order is."

which_order:
tries = tries + 1
IF tries > 3 THEN GOTO hand_over
HEAR number WITH "What is your order number? It begins with a letter, such as B1042."
HEAR email AS EMAIL WITH "And the e-mail address you ordered with?"
order = FIND "orders" WHERE number = UCASE(number) AND email = email FIRST
IF COUNT(order) = 0 THEN
    TALK "I find no order with this number and address. Please look at the mail that confirmed it."
    GOTO which_order
END IF

tell_status:
SELECT CASE order.status
    CASE "packing"
        GOTO packing
    CASE "sent"
        GOTO on_its_way
    CASE "delivered"
        GOTO delivered
    CASE "cancelled"
        GOTO cancelled
    CASE ELSE
        GOTO hand_over
END SELECT

packing:
TALK "We are packing it right now. It should be with you by ${FORMAT(order.expected, "DD/MM/YYYY")}."
GOTO what_next

on_its_way:
TALK "It is on its way and should arrive by ${FORMAT(order.expected, "DD/MM/YYYY")}. You can follow it here: ${order.tracking}"
IF order.expected >= TODAY() THEN GOTO what_next
TALK "I see that it is late, and I am sorry. I have asked a colleague to look for it."
CREATE TASK "Look for order ${order.number}" WITH description = "Expected on ${order.expected}, ${order.email}", priority = "high"
GOTO what_next

delivered:
HEAR arrived AS "All is well", "It did not arrive", "Something is wrong with it" WITH "It was delivered on ${FORMAT(order.expected, "DD/MM/YYYY")}. Is everything all right?"
SELECT CASE arrived
    CASE "All is well"
        GOTO what_next
    CASE "It did not arrive"
        GOTO complaint
    CASE "Something is wrong with it"
        GOTO complaint
    CASE ELSE
        GOTO what_next
END SELECT

complaint:
HEAR details WITH "I am sorry. Please describe it in a sentence or two."
CREATE TASK "Complaint about order ${order.number}" WITH description = "${arrived}: ${details} (${order.email})", priority = "high", due = "tomorrow 12:00"
TALK "Thank you. You hear from us by tomorrow noon, at ${order.email}."
GOTO what_next

cancelled:
TALK "This order was cancelled. The money goes back the way it came, within 5 working days."

what_next:
HEAR more AS "Another order", "Talk to a person", "That is all" WITH "What else can I do?"
SELECT CASE more
    CASE "Another order"
        GOTO another_order
    CASE "Talk to a person"
        GOTO hand_over
    CASE ELSE
        GOTO goodbye
END SELECT

another_order:
tries = 0
GOTO which_order

hand_over:
TRANSFER TO HUMAN "support", "normal", "Order ${number}, ${email}"
TALK "I pass you on to a colleague. Please stay here; the answer comes into this chat."
END

goodbye:
TALK "Thank you for ordering with us!"
