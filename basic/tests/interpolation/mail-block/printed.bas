who = "a@example.org"
BEGIN MAIL who
Subject: Hello

Dear ${who}
END MAIL
