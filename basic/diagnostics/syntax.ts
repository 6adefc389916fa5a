import { entry, suggest } from "./entry.ts"

/** What the lexer and the parser find. */
export const syntaxCodes = {
  "basic.unknown_keyword": entry<{ found: string; nearest: string | null }>({
    severity: "warning",
    sentence: ({ found }) => `There is no keyword ${found}.`,
    hint: ({ nearest }) =>
      suggest(nearest, "The line is kept as it is, and fails when the script reaches it."),
  }),
  "basic.hardware": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) =>
      `${found} is not part of Botwright: a bot runs on a server, without pins, sensors or displays.`,
    hint: () =>
      "Call the device over HTTP instead. The line is kept as it is, and fails when the script reaches it.",
  }),
  "basic.planned_keyword": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `${found} is not available yet.`,
    hint: () => "The line is kept as it is, and fails when the script reaches it.",
  }),
  "basic.planned_declaration": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `Nothing here sends the event "${found}".`,
    hint: () => "It is kept as it is, and the script runs as if it were not there.",
  }),
  "basic.unknown_statement": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `"${found}" does not begin a statement.`,
    hint: ({ nearest }) =>
      suggest(nearest, "Begin the line with a keyword such as TALK, or with a variable and =."),
  }),
  "basic.prose_file": entry({
    severity: "error",
    sentence: () => "This file contains no statement.",
    hint: () =>
      "If it is a prompt, rename it to .md or put it between BEGIN SYSTEM PROMPT and END SYSTEM PROMPT.",
  }),
  "basic.unexpected": entry<{ expected: string; found: string }>({
    severity: "error",
    sentence: ({ expected, found }) => `Expected ${expected}, but found ${found}.`,
    hint: ({ expected }) => `Write ${expected} here.`,
  }),
  "basic.missing_operand": entry<{ keyword: string; example: string; hasComment: number }>({
    severity: "error",
    sentence: ({ keyword }) => `${keyword} needs a value here.`,
    hint: ({ example, hasComment }) =>
      hasComment
        ? "A ' starts a comment in this place. Put text in double quotes."
        : example === ""
          ? "Write what it is about behind it, on the same line."
          : `For example: ${example}`,
  }),
  "basic.unexpected_rest": entry<{ found: string; after: string }>({
    severity: "error",
    sentence: ({ found, after }) => `${after} is complete here, but ${found} follows.`,
    hint: ({ found }) =>
      found.startsWith("the text")
        ? "Join two values with +, part them with a comma, and write one statement a line."
        : "Write one statement a line, and put operators or commas between values.",
  }),
  "basic.not_a_statement": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} is a value, and nothing is done with it.`,
    hint: ({ found }) => `Keep it with result = ${found}, or say it with TALK ${found}.`,
  }),
  "basic.command_without_result": entry<{ keyword: string }>({
    severity: "error",
    sentence: ({ keyword }) =>
      `${keyword} gives no value, so it cannot stand inside an expression.`,
    hint: ({ keyword }) => `Write ${keyword} on a line of its own.`,
  }),
  "basic.hear_in_expression": entry({
    severity: "error",
    sentence: () => "HEAR cannot stand inside an expression.",
    hint: () => "Write HEAR answer on a line of its own, and use the variable here.",
  }),
  "basic.unclosed_bracket": entry<{ open: string; close: string; found: string }>({
    severity: "error",
    sentence: ({ open, close, found }) =>
      `${open} is not closed: expected ${close}, but found ${found}.`,
    hint: ({ close }) => `Add ${close} where the value ends.`,
  }),
  "basic.unclosed_text": entry<{ quote: string }>({
    severity: "error",
    sentence: ({ quote }) => `This text has no closing ${quote}.`,
    hint: ({ quote }) => `Add ${quote} where the text ends.`,
  }),
  "basic.unclosed_block": entry<{ opener: string; closer: string }>({
    severity: "error",
    sentence: ({ opener, closer }) => `${opener} is not closed: ${closer} is missing.`,
    hint: ({ closer }) => `Write ${closer} on a line of its own where the block ends.`,
  }),
  "basic.stray_closer": entry<{ found: string; opener: string }>({
    severity: "error",
    sentence: ({ found, opener }) => `${found} without ${opener}.`,
    hint: ({ opener }) => `Remove the line, or add the ${opener} it belongs to.`,
  }),
  "basic.next_mismatch": entry<{ found: string; variable: string }>({
    severity: "error",
    sentence: ({ found, variable }) => `NEXT names ${found} but closes the loop over ${variable}.`,
    hint: ({ variable }) => `Write NEXT ${variable}, or NEXT alone.`,
  }),
  "basic.missing_word": entry<{ keyword: string; word: string }>({
    severity: "error",
    sentence: ({ keyword, word }) => `${keyword} needs the word ${word}.`,
    hint: ({ word }) => `Write ${word} here.`,
  }),
  "basic.brace_block": entry({
    severity: "warning",
    sentence: () => "Braces around the lines of an IF are another language's way.",
    hint: () => "Use IF ... THEN and END IF.",
  }),
  "basic.hash_comment": entry({
    severity: "warning",
    sentence: () => "A # at the start of a line is read as a comment.",
    hint: () => "Start comments with ' so that they cannot be taken for #{.",
  }),
  "basic.double_equals": entry({
    severity: "warning",
    sentence: () => "== is read as =.",
    hint: () => "Compare with a single =.",
  }),
  "basic.foreign_not": entry({
    severity: "warning",
    sentence: () => "! is read as NOT.",
    hint: () => "Write NOT before a condition.",
  }),
  "basic.typographic_quotes": entry({
    severity: "warning",
    sentence: () => "The quotes of a word processor are read as straight ones.",
    hint: () => 'Use the straight quote " around texts.',
  }),
  "basic.stray_character": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `${found} has no meaning here and is left out.`,
    hint: () => "Remove it.",
  }),
  "basic.unexpected_character": entry<{ found: string; hint: string | null }>({
    severity: "error",
    sentence: ({ found }) => `The character ${found} has no meaning here.`,
    hint: ({ hint }) => hint ?? "Remove it, or put it inside a text.",
  }),
  "basic.interpolation_ignored": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `${found} is no value, so it stays in the text as it is written.`,
    hint: () => `Write \${name} for a variable, or \\\${ to show the characters themselves.`,
  }),
  "basic.interpolation_outside_text": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `\${${found}} works only inside a text.`,
    hint: ({ found }) => `Write ${found}, or put it in quotes: "\${${found}}".`,
  }),
  "basic.juxtaposed_interpolation": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `\${${found}} follows a text without an operator and is joined to it.`,
    hint: ({ found }) => `Write + ${found}, or move it inside the quotes.`,
  }),
  "basic.unknown_answer_type": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `HEAR knows no answers of type ${found}.`,
    hint: ({ nearest }) =>
      suggest(
        nearest,
        'Use TEXT, NUMBER, EMAIL, DATE, BOOLEAN or another type, or give choices: AS "Yes", "No".',
      ),
  }),
  "basic.unknown_block": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `There is no block BEGIN ${found}.`,
    hint: ({ nearest }) =>
      suggest(
        nearest === null ? null : `BEGIN ${nearest}`,
        "Use BEGIN TALK, BEGIN SYSTEM PROMPT or BEGIN MAIL.",
      ),
  }),
  "basic.number_too_large": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} is too large for a number.`,
    hint: () => "Numbers reach up to about 1.8e308. Use a text if it is an id.",
  }),
  "basic.too_deep": entry<{ what: string; limit: number }>({
    severity: "error",
    sentence: ({ what, limit }) => `${what} nested more than ${limit} levels deep.`,
    hint: () => "Split it: keep a part in a variable, or move lines into a SUB.",
  }),
  "basic.source_too_long": entry<{ length: number; limit: number }>({
    severity: "error",
    sentence: ({ length, limit }) =>
      `The script has ${length} characters; at most ${limit} can be read.`,
    hint: () => "Split it into several scripts and CALL them.",
  }),
  "basic.nested_operands": entry<{ keyword: string }>({
    severity: "warning",
    sentence: ({ keyword }) =>
      `${keyword} stands inside a list, so it is not plain to see which operands are its own.`,
    hint: ({ keyword }) => `Put (${keyword} ...) in parentheses.`,
  }),
  "basic.legacy_shape": entry<{ keyword: string; advice: string }>({
    severity: "warning",
    sentence: ({ keyword }) => `This is an old way to write ${keyword}.`,
    hint: ({ advice }) => advice,
  }),
} as const
