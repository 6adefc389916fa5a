import { entry } from "./entry.ts"

/** Mistakes that beginners, and people who know another language, make often enough for words of their own. */
export const slipCodes = {
  "basic.takes_one_value": entry<{ keyword: string }>({
    severity: "error",
    sentence: ({ keyword }) => `${keyword} takes one value, but a comma and another value follow.`,
    hint: ({ keyword }) => `Join them with +, for example ${keyword} first + " " + second.`,
  }),
  "basic.foreign_operator": entry<{ found: string; instead: string }>({
    severity: "error",
    sentence: ({ found }) => `There is no operator ${found}.`,
    hint: ({ instead }) => `Write ${instead} instead.`,
  }),
  "basic.text_without_quotes": entry<{ found: string; before: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} looks like a text without quotes.`,
    hint: ({ found, before }) => `Put it in quotes: ${before} "${found}".`,
  }),
  "basic.text_ended": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `The text ends right before ${found}.`,
    hint: () => 'Write "" for a quote inside a text, or + to join two values.',
  }),
  "basic.needs_parentheses": entry<{ name: string; operand: string }>({
    severity: "error",
    sentence: ({ name }) => `${name} takes its arguments in parentheses.`,
    hint: ({ name, operand }) => `Write ${name}(${operand}).`,
  }),
  "basic.invalid_place": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} is not something a value can be put into.`,
    hint: () => "Name a variable, a member such as order.total, or an element such as list[0].",
  }),
  "basic.compared_not_set": entry<{ found: string; target: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} compares, and nothing is done with the answer.`,
    hint: ({ target }) => `To give ${target} a value, write ${target} = and the value.`,
  }),
  "basic.not_a_name": entry<{ found: string; fixed: string; reason: string }>({
    severity: "error",
    sentence: ({ found, reason }) => `${found} cannot be a name, because ${reason}.`,
    hint: ({ fixed }) => `Write ${fixed}.`,
  }),
  "basic.parameter_default": entry<{ name: string; value: string }>({
    severity: "error",
    sentence: ({ name }) => `The parameter ${name} cannot get its value in the first line.`,
    hint: ({ name, value }) => `Write IF ${name} IS NULL THEN ${name} = ${value} below it.`,
  }),
  "basic.no_declaration": entry<{ word: string; name: string }>({
    severity: "error",
    sentence: ({ word }) => `Variables are not declared, so ${word} has no place here.`,
    hint: ({ name }) => `Write ${name} = and its first value.`,
  }),
  "basic.else_with_condition": entry<{ condition: string }>({
    severity: "error",
    sentence: () => "ELSE has no condition of its own.",
    hint: ({ condition }) => `Write ELSE IF ${condition} THEN.`,
  }),
  "basic.else_in_select": entry({
    severity: "error",
    sentence: () => "ELSE alone does not belong into a SELECT CASE.",
    hint: () => "Write CASE ELSE.",
  }),
  "basic.case_range": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `CASE takes single values, but ${found} follows.`,
    hint: () => "List the values with commas, or use IF for ranges.",
  }),
} as const
