import { entry } from "./entry.ts"

/** What goes wrong while a script runs. A fault is always an error; ON ERROR and ELSE GOTO can take most of them. */
export const faultCodes = {
  "basic.thrown": entry<{ message: string }>({
    severity: "error",
    sentence: ({ message }) => (message === "" ? "The script raised an error." : message),
  }),
  "basic.assertion": entry<{ message: string }>({
    severity: "error",
    sentence: ({ message }) =>
      message === "" ? "A condition of the script does not hold." : message,
    hint: () => "ASSERT stops the script when its condition does not hold.",
  }),
  "basic.not_a_number": entry<{ found: string; operation: string }>({
    severity: "error",
    sentence: ({ found, operation }) => `${operation} needs numbers, but "${found}" is no number.`,
    hint: () => "Check the value, or turn it into a number with VAL.",
  }),
  "basic.wrong_type": entry<{ name: string; expected: string; found: string }>({
    severity: "error",
    sentence: ({ name, expected, found }) => `${name} needs ${expected}, but got ${found}.`,
    hint: ({ expected }) => `Give ${expected}.`,
  }),
  "basic.bad_value": entry<{ name: string; found: string; expected: string }>({
    severity: "error",
    sentence: ({ name, found, expected }) =>
      `${name} cannot use "${found}": ${expected} is expected.`,
    hint: ({ expected }) => `Give ${expected}.`,
  }),
  "basic.division_by_zero": entry({
    severity: "error",
    sentence: () => "A number is divided by zero.",
    hint: () => "Test the divisor with IF before dividing.",
  }),
  "basic.no_member": entry<{ name: string; found: string }>({
    severity: "error",
    sentence: ({ name, found }) => `${found} has no member ${name} to set.`,
    hint: () => "Only objects have members that can be set: begin with order = {}.",
  }),
  "basic.no_method": entry<{ name: string; found: string }>({
    severity: "error",
    sentence: ({ name, found }) => `${found} has no method ${name}.`,
    hint: () => "Check its spelling, or call a function with the value as its first argument.",
  }),
  "basic.unavailable_keyword": entry<{ keyword: string }>({
    severity: "error",
    sentence: ({ keyword }) => `${keyword} cannot be run here.`,
    hint: () => "Remove the line, or handle the error with ON ERROR GOTO.",
  }),
  "basic.broken_line": entry({
    severity: "error",
    sentence: () => "The script reached a line that could not be read.",
    hint: () => "Correct the line; the problem list says how.",
  }),
  "basic.instruction_limit": entry<{ limit: number }>({
    severity: "error",
    sentence: ({ limit }) =>
      `The script used more than ${limit} instructions without waiting for an answer.`,
    hint: () => "Look for a loop that never ends.",
  }),
  "basic.call_depth": entry<{ limit: number }>({
    severity: "error",
    sentence: ({ limit }) => `Procedures call each other more than ${limit} levels deep.`,
    hint: () => "Look for a procedure that calls itself without an end.",
  }),
  "basic.text_limit": entry<{ limit: number }>({
    severity: "error",
    sentence: ({ limit }) => `A text would be longer than ${limit} characters.`,
    hint: () => "Look for a loop that makes a text longer and longer.",
  }),
  "basic.cell_limit": entry<{ limit: number }>({
    severity: "error",
    sentence: ({ limit }) => `Lists and objects would hold more than ${limit} values.`,
    hint: () => "Look for a loop that adds to a list without an end.",
  }),
  "basic.state_limit": entry<{ limit: number }>({
    severity: "error",
    sentence: ({ limit }) =>
      `What the conversation must remember would be larger than ${limit} bytes.`,
    hint: () => "Set large variables to null when they are no longer needed.",
  }),
} as const
