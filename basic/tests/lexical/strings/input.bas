TALK "tab\tquote\" slash\\ bell\u{41}"
TALK "doubled ""quotes"" inside"
TALK "unknown \q stays"
TALK `raw \n and ${nothing}`
x = 'single "with" double'
TALK x
