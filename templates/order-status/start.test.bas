' What the order bot promises. Try it with: npm run bw -- test templates/order-status
AT "2026-11-20 10:00" IN "America/Sao_Paulo"
ANSWER FIND WITH [{ number: "B1042", email: "ana@example.org", status: "sent", expected: "2026-11-25", tracking: "https://example.com/t/1" }]

TEST "tells where an order is"
EXPECT "Hello! I can tell you where your order is."
EXPECT CONTAINS "order number"
SAY "b1042"
SAY "ana@example.org"
EXPECT "It is on its way and should arrive by 25/11/2026. You can follow it here: https://example.com/t/1"
EXPECT NO EFFECT CREATE TASK
EXPECT "What else can I do?"
CHOOSE "That is all"
EXPECT "Thank you for ordering with us!"
EXPECT END

TEST "has a late order looked for"
ANSWER FIND WITH [{ number: "B1042", email: "ana@example.org", status: "sent", expected: "2026-11-15", tracking: "https://example.com/t/1" }]
SAY "B1042"
SAY "ana@example.org"
EXPECT CONTAINS "15/11/2026"
EXPECT CONTAINS "it is late"
EXPECT EFFECT CREATE TASK

TEST "tells that an order is being packed, and looks for another one"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "packing", expected: "2026-11-25" }]
SAY "B1"
SAY "ana@example.org"
EXPECT CONTAINS "packing it right now"
CHOOSE "Another order"
EXPECT CONTAINS "order number"

TEST "is glad when a delivered order is well"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "delivered", expected: "2026-11-18" }]
SAY "B1"
SAY "ana@example.org"
EXPECT CHOICES "All is well", "It did not arrive", "Something is wrong with it"
CHOOSE "All is well"
EXPECT "What else can I do?"

TEST "takes down that an order did not arrive"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "delivered", expected: "2026-11-18" }]
SAY "B1"
SAY "ana@example.org"
CHOOSE "It did not arrive"
SAY "Nobody rang."
EXPECT EFFECT CREATE TASK
EXPECT CONTAINS "by tomorrow noon, at ana@example.org"

TEST "takes down that something is wrong"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "delivered", expected: "2026-11-18" }]
SAY "B1"
SAY "ana@example.org"
CHOOSE "Something is wrong with it"
SAY "A glass is broken."
EXPECT EFFECT CREATE TASK
SAY "???"
SAY "???"
SAY "???"
EXPECT "Thank you for ordering with us!"

TEST "goes on when the question about the delivery stays open"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "delivered", expected: "2026-11-18" }]
SAY "B1"
SAY "ana@example.org"
SAY "???"
SAY "???"
SAY "???"
EXPECT "What else can I do?"
CHOOSE "Talk to a person"
EXPECT EFFECT TRANSFER TO HUMAN

TEST "tells that an order was cancelled"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "cancelled", expected: "2026-11-18" }]
SAY "B1"
SAY "ana@example.org"
EXPECT CONTAINS "was cancelled"

TEST "hands over what it does not understand"
ANSWER FIND WITH [{ number: "B1", email: "ana@example.org", status: "lost in space", expected: "2026-11-18" }]
SAY "B1"
SAY "ana@example.org"
EXPECT CONTAINS "pass you on"

TEST "hands over after three orders that are not there"
ANSWER FIND WITH []
SAY "B1"
SAY "ana@example.org"
EXPECT CONTAINS "I find no order"
SAY "B2"
SAY "ana@example.org"
SAY "B3"
SAY "ana@example.org"
EXPECT EFFECT TRANSFER TO HUMAN

TEST "hands over at a word"
SAY "person"
EXPECT CONTAINS "pass you on"

TEST "speaks Portuguese"
SET LANGUAGE "pt"
EXPECT "Olá! Posso dizer onde está o seu pedido."
SAY "B1042"
SAY "ana@example.org"
EXPECT CONTAINS "25/11/2026"
EXPECT CHOICES "Outro pedido", "Falar com uma pessoa", "É só isso"

TEST "speaks Spanish"
SET LANGUAGE "es"
EXPECT CONTAINS "su pedido"
