' The demo bot: it greets, gets to know the visitor, and answers questions about the product.

welcome:
TALK "Hello! I am the demo bot of Botwright."
TALK "Ask me anything about it, but first tell me who you are."
HEAR name AS NAME WITH "What is your name?"

ask_for_email:
TALK "Nice to meet you, ${name}."
HEAR email AS EMAIL WITH "And your e-mail address?"
TALK "Thank you. Nothing is sent to ${email}: this is only a demo."

offer_topics:
HEAR topic AS "What is Botwright?", "How do I start?", "What can a bot do?", "That is all", * WITH "What would you like to know? Pick one or ask in your own words."
SELECT CASE topic
    CASE "What is Botwright?"
        GOTO about
    CASE "How do I start?"
        GOTO getting_started
    CASE "What can a bot do?"
        GOTO abilities
    CASE "That is all"
        GOTO goodbye
    CASE ELSE
        GOTO look_for_key_words
END SELECT

about:
TALK "Botwright is a place to **draw conversations**. The drawing and its text are one program: change either and the other follows."
GOTO offer_topics

getting_started:
BEGIN TALK
Three steps:

1. Sign up and create a bot.
2. Drag steps onto the canvas and connect them.
3. Press *Publish* and put the widget on your page.
END TALK
GOTO offer_topics

abilities:
TALK "A bot says things, asks and checks answers, decides, remembers, and calls other services. It can wait for an answer for months."
GOTO offer_topics

look_for_key_words:
question = LCASE(topic)
IF question CONTAINS "price" OR question CONTAINS "cost" OR question CONTAINS "free" THEN
    TALK "You run Botwright on a machine of your own, so there is no price per message."
ELSE IF question CONTAINS "widget" OR question CONTAINS "website" OR question CONTAINS "embed" THEN
    TALK "One line of HTML puts a bot on any page: the widget loads quickly and uses no frame."
ELSE IF question CONTAINS "crash" OR question CONTAINS "restart" OR question CONTAINS "lost" OR question CONTAINS "durable" THEN
    TALK "Every turn is stored before it is answered. Stop the server in the middle, start it again, and the conversation goes on."
ELSE IF question CONTAINS "basic" OR question CONTAINS "code" OR question CONTAINS "source" THEN
    TALK "Each bot is a BASIC program you can read, edit, compare and keep in git."
ELSE IF question CONTAINS "api" OR question CONTAINS "rest" OR question CONTAINS "developer" THEN
    TALK "Developers talk to bots over REST or a web socket; the description is at /api/v1/openapi.json."
ELSE IF question CONTAINS "human" OR question CONTAINS "person" OR question CONTAINS "help" THEN
    TALK "I am only a demo, so nobody sits behind me. In your own bot you decide when a person takes over."
ELSE IF question CONTAINS "bye" OR question CONTAINS "thank" THEN
    GOTO goodbye
ELSE
    GOTO look_in_the_guides
END IF
GOTO offer_topics

look_in_the_guides:
found = THINK KB topic
IF found.confidence > 0 THEN
    TALK found.summary
    TALK "That is from: " + JOIN(found.sources, ", ")
ELSE
    TALK "I know about prices, the widget, restarts, the BASIC source and the API. Try one of these words."
END IF
GOTO offer_topics

goodbye:
TALK "Goodbye, ${name}. Write to me again whenever you like."
END
