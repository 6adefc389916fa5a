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

/** Tells whether a flow has tools that ask first. */
export const asksFirst = (source: string): boolean => /\bASK_FIRST\b/i.test(source)
