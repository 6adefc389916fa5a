DESCRIPTION "Books a table\n    AND sends a \"mail\"\nOR both."

TALK "x"
OR
