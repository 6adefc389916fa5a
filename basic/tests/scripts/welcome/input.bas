' Greets everyone who opens the chat.
CLEAR SUGGESTIONS
ADD SUGGESTION "hours" AS "When do you open?"
ADD SUGGESTION "Reserve a table"
news = GET BOT MEMORY("news")
SET CONTEXT "news" AS news
BEGIN TALK
**Welcome to the Blue Door!** ${news}
END TALK
BEGIN SYSTEM PROMPT
You help guests of a small restaurant. # not a comment, isn't it
END SYSTEM PROMPT
