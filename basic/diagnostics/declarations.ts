import { entry, suggest } from "./entry.ts"

/** What is found in declarations, and in old ways to write commands. */
export const declarationCodes = {
  "basic.unquoted_text": entry<{ found: string; keyword: string }>({
    severity: "warning",
    sentence: ({ found, keyword }) => `The text ${found} of ${keyword} stands without quotes.`,
    hint: ({ keyword }) => `Put it in quotes: ${keyword} "...".`,
  }),
  "basic.bare_description": entry({
    severity: "warning",
    sentence: () => "A text alone in a PARAM is read as its description.",
    hint: () => "Write DESCRIPTION before it.",
  }),
  "basic.param_description": entry({
    severity: "warning",
    sentence: () => "A single text in the place of a type is read as a description.",
    hint: () => 'Write AS STRING DESCRIPTION "...", or give at least two choices.',
  }),
  "basic.param_choices": entry({
    severity: "warning",
    sentence: () => "Texts in the place of a type are read as the only choices.",
    hint: () => 'Write AS STRING ENUM ["...", "..."].',
  }),
  "basic.juxtaposed_operands": entry<{ keyword: string }>({
    severity: "warning",
    sentence: ({ keyword }) => `The operands of ${keyword} stand side by side.`,
    hint: () => "Put commas between operands.",
  }),
  "basic.unknown_operand": entry<{ keyword: string; found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ keyword, found }) => `${keyword} has no operand named ${found}.`,
    hint: ({ nearest, keyword }) => suggest(nearest, `See the manual of ${keyword} for the names.`),
  }),
  "basic.missing_named_operand": entry<{ keyword: string; missing: string }>({
    severity: "error",
    sentence: ({ keyword, missing }) => `${keyword} needs the operand ${missing}.`,
    hint: ({ missing }) => `Add ${missing} = and its value.`,
  }),
} as const
