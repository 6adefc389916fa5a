SET HEADER "Authorization", "Bearer " + GET BOT MEMORY("token")
page = 1
DO WHILE page > 0
    answer = GET host + "/items?page=" + page
    IF UBOUND(answer.data) = 0 THEN
        page = 0
    ELSE
        FOR EACH item IN answer.data
            MERGE "items" WITH item BY "id"
        NEXT item
        page = page + 1
    END IF
    WAIT 0.5
LOOP
CLEAR HEADERS
