BEGIN TALK
Hello
END TALK
' said once
BEGIN SYSTEM PROMPT
Be kind. END TALK is not the end of this.
END SYSTEM PROMPT
' as they asked
TALK "x"
