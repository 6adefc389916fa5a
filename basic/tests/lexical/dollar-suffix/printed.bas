name$ = "Ana"
TALK UCASE(name) + LCASE(NAME$)
