import { entry, suggest } from "./entry.ts"

/** What the analyzer finds in a program that parses. */
export const semanticCodes = {
  "basic.unknown_function": entry<{ found: string; nearest: string | null }>({
    severity: "warning",
    sentence: ({ found }) => `There is no function ${found}.`,
    hint: ({ nearest }) => suggest(nearest, "The call gives null."),
  }),
  "basic.unknown_procedure": entry<{ found: string; nearest: string | null }>({
    severity: "warning",
    sentence: ({ found }) => `This script has no SUB or FUNCTION ${found}.`,
    hint: ({ nearest, found }) =>
      suggest(nearest, `Add SUB ${found} ... END SUB, or correct the name.`),
  }),
  "basic.missing_script": entry<{ found: string; nearest: string | null }>({
    severity: "warning",
    sentence: ({ found }) => `This bot has no script ${found}.`,
    hint: ({ nearest, found }) => suggest(nearest, `Add a script ${found}, or correct the name.`),
  }),
  "basic.platform_path": entry<{ path: string }>({
    severity: "error",
    sentence: ({ path }) => `The platform path ${path} is not available here.`,
    hint: () => "Check the path and its operands, or use the command that does it.",
  }),
  "basic.role_missing": entry<{ roles: string }>({
    severity: "error",
    sentence: ({ roles }) => `This script is only for people with the role ${roles}.`,
    hint: () => 'A script that knows who is there gives a role with SET SESSION "role".',
  }),
  "basic.argument_count": entry<{ name: string; expected: string; found: number }>({
    severity: "error",
    sentence: ({ name, expected, found }) =>
      `${name} takes ${expected}, but ${found === 0 ? "none is" : found === 1 ? "1 is" : `${found} are`} given.`,
    hint: () => "Add what is missing or remove what is too much.",
  }),
  "basic.constant_type": entry<{ name: string; operand: string; expected: string; found: string }>({
    severity: "error",
    sentence: ({ name, operand, expected, found }) =>
      expected.endsWith(operand)
        ? `${name} needs ${expected}, but ${found} is given.`
        : `${name} needs ${expected} as ${operand}, but ${found} is given.`,
    hint: ({ expected }) => `Give ${expected}.`,
  }),
  "basic.text_compared_with_number": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `A number is compared with the text ${found}, which is no number.`,
    hint: () => "Remove the quotes if a number is meant, or compare the text itself.",
  }),
  "basic.unreachable": entry<{ after: string }>({
    severity: "warning",
    sentence: ({ after }) => `This line is never reached, because ${after} comes before it.`,
    hint: () => "Remove it, or give it a label that a GOTO leads to.",
  }),
  "basic.missing_label": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `There is no label ${found}.`,
    hint: ({ nearest, found }) =>
      suggest(nearest, `Write ${found}: on a line of its own where the script should go on.`),
  }),
  "basic.duplicate_label": entry<{ found: string; line: number }>({
    severity: "error",
    sentence: ({ found, line }) => `The label ${found} already stands in line ${line}.`,
    hint: () => "Give one of them another name.",
  }),
  "basic.jump_into_block": entry<{ found: string; block: string }>({
    severity: "error",
    sentence: ({ found, block }) =>
      `${found} lies inside ${block}, and no jump leads into it from outside.`,
    hint: () => "Move the label out of the block, or jump to a label before it.",
  }),
  "basic.duplicate_procedure": entry<{ found: string; line: number }>({
    severity: "error",
    sentence: ({ found, line }) => `${found} is already defined in line ${line}.`,
    hint: () => "Give one of them another name.",
  }),
  "basic.nested_procedure": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} is defined inside another block.`,
    hint: () => "Move it to the outermost level of the script.",
  }),
  "basic.never_set": entry<{ found: string; nearest: string | null }>({
    severity: "warning",
    sentence: ({ found }) => `Nothing in this script sets ${found}, so it reads as null.`,
    hint: ({ nearest, found }) => suggest(nearest, `Set it first: ${found} = ...`),
  }),
  "basic.constant_changed": entry<{ found: string; line: number }>({
    severity: "error",
    sentence: ({ found, line }) => `${found} is a constant, set in line ${line}.`,
    hint: () => "Use another name, or remove CONST there.",
  }),
  "basic.out_of_range": entry<{
    name: string
    found: number | string
    least: number | null
    most: number | null
  }>({
    severity: "error",
    sentence: ({ name, found, least, most }) =>
      `${name} is ${found}, but must be ${describeRange(least, most)}.`,
    hint: ({ least, most }) =>
      `Give a number ${most === null || least === null ? "of " : ""}${describeRange(least, most)}.`,
  }),
  "basic.long_wait": entry<{ found: number; limit: number }>({
    severity: "warning",
    sentence: ({ found, limit }) =>
      `The conversation would stand still for ${found} seconds, more than ${limit}.`,
    hint: ({ found }) =>
      found >= 1000 && found % 10 === 0
        ? `WAIT counts seconds. If milliseconds were meant, write WAIT ${found / 1000}.`
        : "WAIT counts seconds.",
  }),
  "basic.one_option_menu": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `This is a menu with the one choice "${found}".`,
    hint: ({ found }) => `If it is the question, write WITH "${found}".`,
  }),
  "basic.skips_first": entry<{ variable: string }>({
    severity: "warning",
    sentence: ({ variable }) =>
      `Lists begin at 0, so this loop over ${variable} leaves out the first element.`,
    hint: () => "Start at 0, or use FOR EACH.",
  }),
  "basic.exit_outside": entry<{ found: string; block: string }>({
    severity: "error",
    sentence: ({ found, block }) => `${found} stands outside ${block}.`,
    hint: ({ block }) => `Move it inside ${block}, or use EXIT to end the script.`,
  }),
  "basic.value_from_sub": entry<{ name: string }>({
    severity: "error",
    sentence: ({ name }) => `${name} is a SUB and cannot return a value.`,
    hint: ({ name }) => `Write FUNCTION ${name} instead, or RETURN alone.`,
  }),
  "basic.bare_literal_condition": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `The condition is always ${found}.`,
    hint: () => "Compare a variable here, or remove the IF.",
  }),
  "basic.duplicate_case": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `CASE ${found} was already taken above, so this one is never reached.`,
    hint: () => "Remove one of them.",
  }),
  "basic.duplicate_param": entry<{ found: string; procedure: string }>({
    severity: "error",
    sentence: ({ found, procedure }) => `${procedure} has two parameters named ${found}.`,
    hint: () => "Give one of them another name.",
  }),
  "basic.duplicate_key": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `The key ${found} is given twice; the last one counts.`,
    hint: () => "Remove one of them.",
  }),
  "basic.duplicate_handler": entry<{ found: string; line: number }>({
    severity: "warning",
    sentence: ({ found, line }) => `${found} is already taken care of in line ${line}.`,
    hint: () => "Remove one of them.",
  }),
  "basic.unknown_option": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `There is no option ${found}.`,
    hint: () => "The option that exists is OPTION STRICT.",
  }),
} as const

function describeRange(least: number | null, most: number | null): string {
  if (least !== null && most !== null) return `from ${least} to ${most}`
  if (least !== null) return `at least ${least}`
  return most === null ? "a number" : `at most ${most}`
}
