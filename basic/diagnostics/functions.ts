import { entry } from "./entry.ts"

/** What built-in functions refuse while a script runs. */
export const functionCodes = {
  "basic.not_a_date": entry<{ name: string; found: string }>({
    severity: "error",
    sentence: ({ name, found }) => `${name} needs a date, but got ${found}.`,
    hint: () => "Write dates as 2025-01-31 or 2025-01-31 09:30.",
  }),
  "basic.unknown_date_unit": entry<{ name: string; units: string }>({
    severity: "error",
    sentence: ({ name, units }) =>
      `None of the three operands of ${name} is a unit of time: ${units}.`,
    hint: () => 'Name the unit as a text, for example "day".',
  }),
  "basic.no_result": entry<{ name: string }>({
    severity: "error",
    sentence: ({ name }) => `${name} has no result for these operands.`,
    hint: () => "Check the operands: the result would be too large, or there is none.",
  }),
  "basic.bad_json": entry<{ reason: string; position: number }>({
    severity: "error",
    sentence: ({ reason, position }) =>
      `The text is not JSON: at character ${position}, ${reason}.`,
    hint: () => "Print the text to see what it holds.",
  }),
  "basic.nested_too_deep": entry<{ limit: number }>({
    severity: "error",
    sentence: ({ limit }) => `Lists and objects lie more than ${limit} levels inside each other.`,
    hint: () => "Look for a list or object that was put into itself.",
  }),
  "basic.bad_formula": entry<{ reason: string; found: string }>({
    severity: "error",
    sentence: ({ reason, found }) => `CALCULATE cannot read "${found}": ${reason}.`,
    hint: () => `Write it like "price * (1 + rate)", with the values in an object.`,
  }),
  "basic.bad_rule": entry<{ found: string; known: string }>({
    severity: "error",
    sentence: ({ found }) => `VALIDATE knows no rule "${found}".`,
    hint: ({ known }) => `Use required, min:3, max:10, length:2-5 or a type: ${known}.`,
  }),
  "basic.bad_condition": entry<{ name: string; reason: string; found: string }>({
    severity: "error",
    sentence: ({ name, reason, found }) => `${name} cannot read "${found}": ${reason}.`,
    hint: () => `Write it like "status = 'open' AND amount > 10".`,
  }),
} as const
