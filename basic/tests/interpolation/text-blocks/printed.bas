name = "Ana"
IF name THEN
    BEGIN TALK
    **Hello ${name}!**
      - it's # not a comment
      - costs \${price}

    Bye
    END TALK
END IF
