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
  "basic.unknown_shape": entry<{ keyword: string; shape: string }>({
    severity: "warning",
    sentence: ({ keyword }) => `This is no known way to write ${keyword}.`,
    hint: ({ shape }) =>
      `Write ${shape}. The line is kept as it is, and fails when the script reaches it.`,
  }),
  "basic.placeholder": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `${found} stands for something that is to be written here.`,
    hint: () =>
      "Write what it stands for. The line is kept as it is, and fails when the script reaches it.",
  }),
  "basic.always_null": entry<{ keyword: string }>({
    severity: "warning",
    sentence: ({ keyword }) => `${keyword} gives no value, so that this is always null.`,
    hint: ({ keyword }) => `Write ${keyword} on a line of its own.`,
  }),
  "basic.several_tools": entry<{ count: number; names: string }>({
    severity: "warning",
    sentence: ({ count, names }) => `This file defines ${count} tools: ${names}.`,
    hint: () => "Each is offered by that name. A file for each tool is easier to find.",
  }),
  "basic.unnamed_tools": entry<{ count: number }>({
    severity: "error",
    sentence: ({ count }) => `This file defines ${count} tools, and this one has no name.`,
    hint: () => "Write a comment with its name above it, or give it a file of its own.",
  }),
  "basic.late_param": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `${found} stands below lines that do something.`,
    hint: () => "It holds for the whole script, so put it at the top.",
  }),
  "basic.duplicate_param_name": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `The parameter ${found} is declared twice; the first counts.`,
    hint: () => "Remove one of them.",
  }),
  "basic.secret_operand": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `A model would see the secret ${found} as a parameter of a tool.`,
    hint: () => "Keep it in the settings of the bot instead.",
  }),
  "basic.conditional_declaration": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `${found} holds for the whole script, whatever the condition is.`,
    hint: () => "Put it outside, or compare a parameter with a fixed value around it.",
  }),
  "basic.repeated_step": entry<{ step: string; line: number }>({
    severity: "warning",
    sentence: ({ step, line }) => `Step ${step} is there already, in line ${line}.`,
    hint: () => "Give each step a number of its own.",
  }),
  "basic.free_words": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `"${found}" is told to people and does nothing by itself.`,
    hint: () => "Write what is to be done as statements below the step.",
  }),
  "basic.table_field": entry<{ found: string; reading: string }>({
    severity: "warning",
    sentence: ({ found, reading }) => `The line ${found} is read ${reading}.`,
    hint: () => "Write a name, a type, and key, required or references behind it.",
  }),
  "basic.needs_table": entry<{ keyword: string }>({
    severity: "warning",
    sentence: ({ keyword }) =>
      `${keyword} has values without names, so that the table must name the columns.`,
    hint: ({ keyword }) => `Define the TABLE, or name them: ${keyword} table WITH column = value.`,
  }),
  "basic.needs_column_name": entry({
    severity: "error",
    sentence: () => "This value needs a column name.",
    hint: () => "Write UPDATE table SET column = value WHERE condition.",
  }),
  "basic.merge_lists": entry({
    severity: "warning",
    sentence: () => "MERGE without a key joins two lists.",
    hint: () => "Use a + b or CONCAT(a, b) for lists; give a key for tables.",
  }),
  "basic.unstructured_object": entry({
    severity: "warning",
    sentence: () => "An object needs no model to be understood, so this saves it as it is.",
    hint: () => "Write SAVE table, object.",
  }),
  "basic.unquoted_filter_value": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `The value ${found} in the condition has blanks and no quotes.`,
    hint: ({ found }) => `Write '${found}'.`,
  }),
  "basic.joined_filter": entry<{ name: string; keyword: string }>({
    severity: "warning",
    sentence: ({ name }) => `The values joined into ${name} are read as a part of the condition.`,
    hint: ({ keyword }) =>
      `Join them in ${keyword} itself, where they are only ever values, or write WHERE.`,
  }),
  "basic.bad_schedule": entry<{ found: string; reason: string }>({
    severity: "error",
    sentence: ({ found, reason }) => `${found} does not say when. ${reason}`,
    hint: () => 'Write words such as "every monday at 9am", or cron such as "0 9 * * MON".',
  }),
  "basic.no_transaction": entry({
    severity: "warning",
    sentence: () =>
      "BEGIN TRANSACTION holds nothing back: each command stores when it runs, and ROLLBACK cannot take it back.",
    hint: () =>
      "Check everything before the first command that stores; in case of an error, undo with UPDATE and DELETE.",
  }),
  "basic.no_channel": entry<{ found: string }>({
    severity: "warning",
    sentence: ({ found }) => `No channel is connected that brings ${found}, so it does not run.`,
    hint: () => "Keep it for the day the channel is connected, or use a webhook meanwhile.",
  }),
} as const
