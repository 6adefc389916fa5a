/**
 * What runs once a person has approved a call of a tool that is no script of the bot: an operation of a service, or a
 * tool of an MCP server. A version carries it where a flow asks first, so that the call is a turn like any other, with
 * a journal. No flow can have its name.
 */
export const approvedCall = {
  name: "@approved-call",
  source: `TRY
    tool_result = RUN TOOL tool_name, tool_input
CATCH
    TALK words_failed
    EXIT
END TRY
TALK words_done
IF ISSTRING(tool_result) THEN
    IF LEN(tool_result) <= 500 THEN TALK tool_result
END IF
`,
} as const

/**
 * What asks the visitor themselves before a call is made, in a turn of its own: their answer is heard and kept like any
 * other, and a yes makes the call. Every version carries it that carries the one above.
 */
export const confirmedCall = {
  name: "@confirmed-call",
  source: `ADD SUGGESTION words_yes
ADD SUGGESTION words_no
HEAR tool_answer AS BOOLEAN WITH words_question
IF NOT tool_answer THEN
    TALK words_declined
    EXIT
END IF
${approvedCall.source}`,
} as const

/** Tells whether a flow has tools that ask first. */
export const asksFirst = (source: string): boolean => /\bASK_FIRST\b/i.test(source)
