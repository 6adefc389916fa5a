import type { CanvasForm, Group } from "./define.ts"

/** A statement with grammar of its own, as the palette, hover and the manual show it. */
export interface GrammarForm {
  /** The words of its first line: what the source view completes. */
  readonly keyword: string
  readonly group: Group
  /** One sentence; starts with a verb, ends with a full stop. */
  readonly summary: string
  readonly canvas: CanvasForm & { readonly snippet: string; readonly inPalette: true }
}

const form = (
  keyword: string,
  group: Group,
  summary: string,
  [icon, family, titleKey]: readonly [string, CanvasForm["family"], string],
  snippet: string,
): GrammarForm => ({
  keyword,
  group,
  summary,
  canvas: { icon, family, titleKey: `steps.${titleKey}`, inPalette: true, snippet },
})

/** In the order of the palette. Plain commands are not among them: they speak for themselves (`index.ts`). */
export const grammarForms: readonly GrammarForm[] = [
  form(
    "HEAR",
    "dialog",
    "Asks a question and keeps the answer in a variable.",
    ["message-question", "ask", "ask"],
    'HEAR email AS EMAIL WITH "Where can we write to you?"',
  ),
  form(
    "HEAR AS MENU",
    "dialog",
    "Offers choices and keeps the one that was chosen.",
    ["list-check", "ask", "menu"],
    'HEAR choice AS "Yes", "No" WITH "Shall we go on?"\nSELECT CASE choice\n    CASE "Yes"\n    CASE "No"\nEND SELECT',
  ),
  form(
    "BEGIN TALK",
    "dialog",
    "Says a message of several lines.",
    ["message-2", "say", "long_talk"],
    "BEGIN TALK\n**Welcome!**\nHow can we help you?\nEND TALK",
  ),
  form(
    "IF",
    "flow",
    "Goes one way when a condition holds, and another when it does not.",
    ["git-branch", "decide", "if"],
    'IF answer = "yes" THEN\nELSE\nEND IF',
  ),
  form(
    "SELECT CASE",
    "flow",
    "Goes the way of the first case that equals a value.",
    ["arrows-split", "decide", "select"],
    'SELECT CASE answer\n    CASE "yes"\n    CASE ELSE\nEND SELECT',
  ),
  form(
    "FOR EACH",
    "flow",
    "Repeats steps for every element of a list.",
    ["repeat", "decide", "for_each"],
    "FOR EACH item IN items\nNEXT",
  ),
  form(
    "FOR",
    "flow",
    "Repeats steps while a number counts from one value to another.",
    ["repeat", "decide", "for"],
    "FOR number = 1 TO 3\nNEXT",
  ),
  form(
    "WHILE",
    "flow",
    "Repeats steps as long as a condition holds.",
    ["repeat", "decide", "while"],
    "WHILE tries < 3\nWEND",
  ),
  form(
    "LET",
    "memory",
    "Puts a value into a variable.",
    ["equal", "data", "assign"],
    'name = "Ana"',
  ),
  form("GOTO", "flow", "Goes on at a label.", ["arrow-forward-up", "flow", "goto"], "GOTO start"),
  form(
    "CALL",
    "flow",
    "Runs the steps of another flow and comes back.",
    ["corner-down-right", "flow", "call"],
    "CALL greet",
  ),
  form(
    "RETURN",
    "flow",
    "Leaves the flow, with a value if one is given.",
    ["arrow-back-up", "flow", "return"],
    "RETURN",
  ),
  form("EXIT", "flow", "Ends the conversation.", ["stop", "flow", "end"], "EXIT"),
  form(
    "ON MESSAGE",
    "flow",
    "Goes to a label whenever the person writes certain words.",
    ["bolt", "flow", "on_message"],
    'ON MESSAGE "menu", "stop" GOTO start',
  ),
  form(
    "ON SILENCE",
    "flow",
    "Goes to a label when the person does not answer for a while.",
    ["hourglass", "flow", "on_silence"],
    "ON SILENCE 300 GOTO start",
  ),
  form(
    "ON ERROR GOTO",
    "error",
    "Goes to a label when a step fails.",
    ["alert-triangle", "flow", "on_error_goto"],
    "ON ERROR GOTO problem",
  ),
]
