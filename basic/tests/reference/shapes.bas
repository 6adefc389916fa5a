TALK e
TALK TO recipient, e
PRINT e
HEAR v
HEAR v AS EMAIL
HEAR v AS "A","B",x
HEAR v AS MENU "A","B"
HEAR v AS EMAIL WITH "prompt" DEFAULT e
HEAR v AS EMAIL WITH "prompt"
HEAR v WITH "prompt" DEFAULT e
HEAR v WITH "prompt"
HEAR v AS "done", *
v = HEAR
v = HEAR "prompt"
v = ASK "prompt"
v = HEAR NOWAIT
WAIT FOR RESPONSE AS v TIMEOUT n
SEND FILE f
SEND FILE f, "caption"
SEND FILE TO recipient, f , caption
SEND FILE TO recipient, f
SEND MESSAGE e
SEND TO SESSION sessionId, e
ADD SUGGESTION "label"
ADD SUGGESTION "key" AS "label"
ADD SUGGESTION "label", "action:x"
ADD SUGGESTION TOOL "tool" AS "label"
ADD SUGGESTION TEXT "value" AS "label"
ADD SWITCHER "id" AS "label"
PLAY f
PLAY f WITH OPTIONS "autoplay,loop,fullscreen,muted,controls,nocontrols"
p = QR CODE data , sizePx , path
p = QR CODE data , sizePx
p = QR CODE data
CARD imagePrompt, textPrompt , style , count TO v
CARD imagePrompt, textPrompt , style TO v
CARD imagePrompt, textPrompt TO v
TALK IMAGE url
TALK FILE f
CHANGE THEME "name"
x = e
LET x = e
SET x = e
a.b = e
SET a.b = e
a[i] = e
a[i].b = e
SET BOT MEMORY key, e
v = GET BOT MEMORY key
v = GET BOT MEMORY("key")
SET USER MEMORY key, e
v = GET USER MEMORY("key")
SET USER FACT key, e
list = USER FACTS()
REMEMBER key, e, "30 days"
REMEMBER "key" = e
REMEMBER key, e
v = RECALL key
RECALL("key")
v = GET "session.key"
GET "user.key"
GET role
GET "param.field"
SET "session.key", e
SET "session.key" = e
SET "table", "filter", "col=value"
v = GET SESSION "k"
v = GET SESSION sessionId, "k"
SET SESSION "k", e
SET SESSION sessionId, "k", e
SET USER id
SET_USER "uuid"
v = CACHE GET key
o = NEW OBJECT
o = CREATE OBJECT
a = NEW ARRAY
DIM a(5)
REDIM a(10)
v = GET CONFIG "k"
GET ENV "k"
FIND t
FIND t, filter
FIND t, col, value
FIND t WHERE a = 1 ORDER BY c DESC LIMIT n OFFSET n
FIND t WHERE a = 1 ORDER BY c DESC LIMIT n
FIND t WHERE a = 1 ORDER BY c DESC OFFSET n
FIND t WHERE a = 1 ORDER BY c ASC
FIND t WHERE a = 1 ORDER BY c DESC
FIND t WHERE a = 1 ORDER BY c LIMIT n OFFSET n
FIND t WHERE a = 1 ORDER BY c LIMIT n
FIND t WHERE a = 1 ORDER BY c OFFSET n
FIND t WHERE a = 1 ORDER BY c
FIND t WHERE a = 1 LIMIT n OFFSET n
FIND t WHERE a = 1 LIMIT n
FIND t WHERE a = 1 OFFSET n
FIND t WHERE a = 1
FIND t WHERE a = 1 FIRST
FIND ALL t WHERE x
FIND t WITH filter
FIND t ON connection
SAVE t, obj
SAVE t, id, obj
SAVE t, v1, v2
SAVE t WITH col AS e
SAVE obj TO t
id = SAVE t, obj
r = INSERT t, obj
INSERT t, obj
INSERT t, v1, v2
INSERT INTO t VALUES { a: 1 }
INSERT INTO t WITH c = e
INSERT INTO t, v1
UPDATE t, filter, obj
UPDATE t, filter, v1, v2
UPDATE t, id, "col", e
UPDATE t SET c = e WHERE a = 1
UPDATE t WITH c AS e WHERE a = 1
DELETE t, filter
DELETE "path"
DELETE "https://x"
DELETE item
DELETE FROM t WHERE a = 1
MERGE t WITH data BY "key"
r = MERGE t, data, "key" , cols
r = MERGE t, data, "key"
list = MERGE a, b    ' merge_lists
SAVE_FROM_UNSTRUCTURED t, text
SAVE_FROM_UNSTRUCTURED t, FORMAT obj AS JSON    ' unstructured_object
FILTER list, "a = 1"
FILTER(list, "a = 1")
FILTER list WHERE a = 1
AGGREGATE "SUM", list, "field"
AGGREGATE "table", "COUNT", "field" , filter
AGGREGATE "table", "COUNT", "field"
AGGREGATE coll SUM field WHERE a = 1
AGGREGATE coll SUM field
JOIN left, right, "key"
JOIN a WITH b ON x = y
JOIN(list, sep)
GROUP BY data, "f" , #{name: "SUM(x)"}
GROUP BY data, "f"
GROUP_BY data, "f"
GROUP BY t ON f
PIVOT data, row, value
PIVOT data, row, col, value , agg
PIVOT data, row, col, value
MAP data, "old->new, a->b"
MAP(list, "field")
MAP(list, "item * 1.1")
FILL data, template
FILL template, data TO path
FILL template, data
FILL template
SORT list BY "field" ASC
SORT(list)
FIRST(x)
FIRST x
FIRST list, n
LAST(x)
v = GET LAST "table"
rows = QUERY "SELECT x"
data = SELECT SUM(x) AS v, c FROM v GROUP BY c
QUERY METRICS "name" FOR range BY interval OFFSET n
QUERY METRICS "name" FOR range BY interval
QUERY METRICS "name" FOR range OFFSET n
QUERY METRICS "name" FOR range
SYNCHRONIZE endpoint, table, key, pageVar, limitVar
SEARCH PRODUCTS q, n
SEARCH t, q , n
SEARCH t, q
p = PRODUCT id
EXPORT t, f
r = DETECT data
SET PAGE MODE "none"/"auto"
SET MAX LINES n
SEND EMAIL a, REPORT
RESET REPORT
RECORD METRIC "name" WITH k = e
img = CHART "timeseries", data
CREATE INDEX i ON t(c)
v = GET url
v = GET "/api/x"
v = GET "file.pdf"
v = GET e
GET url INTO v
v = POST url, body , contentType
v = POST url, body
POST url, body , contentType
POST url, body
POST url WITH k = e
POST url
POST url, a, b, c
v = PUT url, body
PUT url, body
v = PATCH url, body
PATCH url, body
v = DELETE HTTP url
DELETE HTTP url
SET HEADER "n", e
SET HEADER "n" AS e
SET HEADER "n" = e
GRAPHQL url, query, vars
GRAPHQL url, query WITH k = e
SOAP wsdl, "Operation", params
WEBHOOK POST "/path" WITH { a: 1 }
v = CALL "/comm/email/send", a, b
CALL "/comm/email/send", a, b
v = USE MCP "server", "tool", { a: 1 }
v = GET TOOL PARAM "name"
v = READ path AS TABLE
v = READ path
WRITE path, e
WRITE e TO path APPEND AS TABLE
WRITE e TO path APPEND
WRITE e TO path AS TABLE
WRITE e TO path
COPY src, dst
COPY src TO dst
MOVE src, dst
MOVE src TO dst
DELETE FILE p
DELETE_FILE p
v = LIST "dir/" FILTER "*.pdf" RECURSIVE
v = LIST "dir/" FILTER "*.pdf"
v = LIST "dir/" RECURSIVE
v = LIST "dir/"
v = DIR folder
v = UPLOAD item
UPLOAD f, "path"
UPLOAD f TO "dir" AS "name"
UPLOAD f TO "dir"
f = DOWNLOAD url
DOWNLOAD url, "local"
DOWNLOAD f AS "name" TO user
DOWNLOAD f AS "name"
DOWNLOAD f TO user
DOWNLOAD f
u = DOWNLOAD f AS LINK
COMPRESS list, "a.zip"
COMPRESS x TO "a.zip"
EXTRACT "a.zip", "dir/"
r = GENERATE PDF tpl, data, out
GENERATE PDF out WITH TEMPLATE "t" DATA obj
r = MERGE PDF list, out
SEND MAIL to, s, b, ATTACHMENT f
u = GENERATE SECURE LINK path EXPIRES n DAYS
INCLUDE "file.bas"
SEND MAIL to, subject, body , attachments
SEND MAIL to, subject, body
SEND MAIL TO to SUBJECT s BODY b
SEND EMAIL to, body
SEND EMAIL to, subject, body
SEND EMAIL TO to SUBJECT s BODY b
r = SEND SMS phone, text
SEND SMS phone, text
r = SEND TEMPLATE name, channels, recipient, vars
SEND TEMPLATE name, channels, recipient, vars
SEND TEMPLATE phone, name, vars    ' legacy_shape
SEND TEMPLATE TO phone, file , vars
SEND TEMPLATE TO phone, file
CREATE TEMPLATE name, channel, subject, body
t = GET TEMPLATE name
CREATE DRAFT to, subject, body
BROADCAST e TO list
BROADCAST e TO BOTS
CREATE TASK title, desc, assignee, due, priority
CREATE_TASK title, priority, assignee    ' legacy_shape
CREATE TASK title, assignee, priority, due    ' legacy_shape
r = BOOK title, desc, start, minutes, place
r = BOOK_MEETING detailsJson, attendees
s = CHECK_AVAILABILITY date, minutes
v = LLM e
v = REWRITE e
v = ANSWER e
SET CONTEXT "name" AS e
SET CONTEXT "name", e
SET CONTEXT e
SET ANSWER MODE "sql"/"document"/"direct"/"tool"/"chart"
USE KB e
ADD_KB "name"
SET_KB "name"
CLEAR KB
CLEAR KB e
CLEAR KB ALL
r = THINK KB e
USE WEBSITE "url" REFRESH "1d"
USE WEBSITE "url"
USE_WEBSITE("url","30d")
ADD TOOL "name"
ADD_TOOL "x.bas" AS MCP
ADD_TOOL "x.bas"
USE TOOL "name"
REMOVE_TOOL "x"
LIST_TOOLS
CLEAR TOOLS
USE MODEL "fast"/"quality"/"code"/"auto"/name
USE ACCOUNT "email"
REFRESH "data-analysis"
SUMMARIZE e
TRANSLATE e, lang
CLASSIFY e, labels
SENTIMENT e
OCR f
CALCULATE f, vars
VALIDATE e, rule
IMPROVE TEXT e WITH TONE t
v = RUN PYTHON code
CREATE SITE alias, templateDir, prompt
u = WEBSITE OF company
ADD BOT "b" WITH TRIGGER "w1, w2"
ADD BOT "b" TRIGGER ON "x" TOOLS "x"
REMOVE BOT "b"
l = LIST BOTS
SET BOT PRIORITY "b", n
v = DELEGATE e TO BOT "b" TIMEOUT n
v = DELEGATE e TO BOT "b"
DELEGATE e TO BOT "b" TIMEOUT n
DELEGATE e TO BOT "b"
DELEGATE TO b
TRANSFER CONVERSATION TO "b"
r = TRANSFER TO HUMAN
TRANSFER TO HUMAN
BOT REFLECTION true
BOT REFLECTION false
BOT REFLECTION ON "metric"
r = BOT REFLECTION INSIGHTS()
BOT SHARE MEMORY "k" WITH "bot"
BOT SYNC MEMORY FROM "bot"
ORCHESTRATE WORKFLOW "name"
STEP 1: BOT "b" "task"
STEP 1: HUMAN APPROVAL FROM "mail"
PUBLISH EVENT "e"
WAIT FOR EVENT "e" TIMEOUT s
SET SCHEDULE "0 9 * * *"
SET SCHEDULE every 1 hour
SET SCHEDULE when, "file.bas"
SET SCHEDULE "0 9 * * *" "file.bas" "arg"    ' juxtaposed_operands
SET SCHEDULE "0 9 * * *" DATEADD(NOW(), 1, "day"), "file.bas"    ' juxtaposed_operands
SET SCHEDULE "name", "0 9 * * *"
WEBHOOK "endpoint"
ON INSERT OF "t"
ON EMAIL "a" FROM "x" SUBJECT "y"    ' no_channel
ON EMAIL "a" FROM "x"    ' no_channel
ON EMAIL "a" SUBJECT "y"    ' no_channel
ON EMAIL "a"    ' no_channel
ON CHANGE "path" EVENTS "create, modify"
ON CHANGE "path"
ON FORM SUBMIT "form"
ON EVENT "e" DO
TRIGGER "process", id
q = GET QUEUE
r = ASSIGN CONVERSATION id, attendant
RESOLVE CONVERSATION id , reason
RESOLVE CONVERSATION id
GET ATTENDANTS "online"
GET ATTENDANTS
GET TIPS id, msg
POLISH MESSAGE msg, tone
ANALYZE SENTIMENT id, msg
NOTIFY AGENT who WITH e
LOG "name", { a: 1 }
LOG ACTIVITY id, type, action, text, who
s = SCORE LEAD obj
UPDATE LEAD SCORE id, delta, reason
POST TO INSTAGRAM img, caption
POST TO "a,b" img, caption
POST TO p AT when img, caption
POST TO INSTAGRAM user, pass, img, caption    ' legacy_shape
m = GET INSTAGRAM METRICS id
u = IMAGE prompt
f = GET IMAGE prompt
t = SEE image
r = SCAN BARCODE img
v = SCRAPE url, css
WEATHER place
FORECAST place, days
ALLOW ROLE "role"
ADD_MEMBER group, email, role
c = GENERATE CODE 6
ON ERROR GOTO 0
m = ERROR MESSAGE
THROW "msg"
ASSERT a = 1, "msg"
SEND MAIL to, subject, body USING "account"
SEND MAIL to, subject, body, list USING "account"
EXTRACT "a.zip" TO "dir/"
r = ASSIGN CONVERSATION id TO attendant
RESOLVE CONVERSATION id WITH reason
ADD BOT "b" WITH TOOLS "a, c"
ADD BOT "b" WITH SCHEDULE "0 9 * * *"
SET PRIORITY id, e
SET PRIORITY id TO e
TAG CONVERSATION id, e
TAG CONVERSATION id WITH e
ADD NOTE id, e
ADD NOTE id WITH e
CREATE_SITE alias, templateDir, prompt
CREATE_DRAFT to, subject, body
n = UPDATE "t" SET c = e WHERE id = 1
v = LLM e WITH OPTIMIZE FOR "cost"
v = LLM e WITH MAX_COST 5
v = LLM e WITH MAX_LATENCY 5
v = RUN PYTHON code WITH FILE f
v = RUN PYTHON WITH FILE f
v = RUN JAVASCRIPT code
v = RUN BASH code
v = RUN TOOL "shop.find-order", { number: 7 }
IF ERROR THEN PRINT ERROR MESSAGE
CLEAR ERROR
ON ERROR RESUME NEXT
RAISE "msg"
IF ERR = 0 THEN PRINT ERROR_MESSAGE
CLEAR SUGGESTIONS
CLEAR SWITCHERS
GET USER FACTS
CLEAR USER MEMORY
BEGIN TRANSACTION    ' no_transaction
COMMIT
ROLLBACK
CLEAR HEADERS
LIST TEMPLATES
PUBLISH
CLEAR WEBSITES
SET MODEL ROUTING "cost"
m = GET CURRENT MODEL
l = LIST MODELS
s = KB STATISTICS
s = KB COLLECTION STATS e
n = KB DOCUMENTS COUNT
n = KB DOCUMENTS ADDED SINCE 7
l = KB LIST COLLECTIONS
n = KB STORAGE SIZE
NEXT IN QUEUE
a = GET ATTENDANT STATS id
a = GET ATTENDANT STATUS id
SET ATTENDANT STATUS id, "online"
t = GET SMART REPLIES id
t = GET SUMMARY id
h = GET CUSTOMER HISTORY id
NOTIFY ATTENDANT who WITH e
ESCALATE TO e
LOG_INFO "x"
LOG WARN "x"
LOG ERROR "x"
s = AI SCORE LEAD obj
s = GET LEAD SCORE id
q = QUALIFY LEAD id
q = QUALIFY LEAD id, 70
u = VIDEO prompt
u = AUDIO prompt
r = DETECT FACES img
r = DETECT FACES img, { return_attributes: TRUE }
r = VERIFY FACE a, b
r = ANALYZE FACE img
v = SCRAPE_ALL url, css
v = SCRAPE_TABLE url, css
v = SCRAPE_LINKS url
v = SCRAPE_IMAGES url
v = RSS url
v = RSS url, 5
REMOVE MEMBER group, email
CREATE TEAM group
LIST MEMBERS group
START MEET "n"
START MEET "n" WITH BOT
START MEET "n" WITH OPTIONS "{}"
JOIN MEET id
LEAVE MEET
INVITE TO MEET id, list
TALK TO MEET id, e
v = HEAR FROM MEET id
SEND WHATSAPP TO phone, e
SEND INSTAGRAM TO who, e
SEND MEDIA TO phone, f
p = GET FACEBOOK POSTS
p = GET LINKEDIN POSTS
m = GET TWITTER METRICS id
DELETE POST id
ASSIGN_SMART id, "team"
MCP LIST TOOLS "server"
v = MCP INVOKE "server", "tool", {}
GET "session.user_id" INTO v
ON "x" CALL f
READ USER DRIVE "a"
LIST USER DRIVE "a"
DELETE USER DRIVE "a"
SAVE USER DRIVE "a", e
ADD MEMBER group, email, role
CREATE CALENDAR EVENT "a", when, when
WAIT 2
CACHE SET key, e, 60
DELAY 2
MERGE INTO t ON c = e WITH a = 1, b = 2
PUT url WITH a = 1
PATCH url WITH a = 1
v = READ path AS LINES
WRITE e TO path AS LINES
FIND t WHERE a = 1 ORDER BY c ASC LIMIT n OFFSET n
r = SEND SMS phone, text, provider, priority
r = SEND SMS phone, text, priority
r = TRANSFER TO HUMAN who, priority, context
TRANSFER TO HUMAN who
IMPORT "rows.csv"
