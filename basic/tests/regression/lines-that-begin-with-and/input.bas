DESCRIPTION Books a table
    AND sends a "mail"
OR both.

TALK "x"
OR
