import { entry, suggest } from "./entry.ts"

/** What goes wrong with the rows of a bot's tables while a script runs. ON ERROR and ELSE GOTO can take all of it. */
export const tableCodes = {
  "basic.no_column": entry<{ table: string; found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ table, found }) => `The table ${table} has no column ${found}.`,
    hint: ({ nearest }) =>
      suggest(nearest, "Add the column to its TABLE block, or correct the name."),
  }),
  "basic.column_needed": entry<{ table: string; position: number }>({
    severity: "error",
    sentence: ({ table, position }) =>
      `Value ${position} for the table ${table} needs the name of a column.`,
    hint: () => 'Write SAVE "table" WITH name = value, or declare the columns with TABLE.',
  }),
  "basic.bad_row": entry<{ keyword: string; found: string }>({
    severity: "error",
    sentence: ({ keyword, found }) =>
      `${keyword} needs an object with columns, but got "${found}".`,
    hint: () => 'Give an object such as { name: "Ana" }, or a list of them.',
  }),
  "basic.bad_table_name": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `"${found}" cannot be the name of a table or column.`,
    hint: () => "A name has 1 to 100 characters and no line breaks.",
  }),
  "basic.bad_column_value": entry<{
    table: string
    column: string
    expected: string
    found: string
  }>({
    severity: "error",
    sentence: ({ table, column, expected, found }) =>
      `The column ${column} of ${table} takes ${expected}, but got "${found}".`,
    hint: () => "Convert the value before it is saved.",
  }),
  "basic.empty_column": entry<{ table: string; column: string }>({
    severity: "error",
    sentence: ({ table, column }) => `The column ${column} of ${table} must not be empty.`,
    hint: () => "Give it a value.",
  }),
  "basic.duplicate_row": entry<{ table: string; column: string; found: string }>({
    severity: "error",
    sentence: ({ table, column, found }) =>
      `The table ${table} already has a row with "${found}" in ${column}.`,
    hint: () => "Use SAVE or UPDATE to change the row that is there.",
  }),
  "basic.constant_condition": entry<{ table: string; found: string }>({
    severity: "error",
    sentence: ({ table, found }) => `A condition on ${table} compares no column: ${found}.`,
    hint: () => "Left of the comparison stands the name of a column.",
  }),
  "basic.table_not_allowed": entry<{ table: string; action: string; roles: string }>({
    severity: "error",
    sentence: ({ table, action, roles }) => `Only ${roles} may ${action} ${table}.`,
    hint: () => 'Check who asks, then give the conversation its role: SET SESSION "role", "...".',
  }),
  "basic.table_limit": entry<{ what: string; limit: number }>({
    severity: "error",
    sentence: ({ what, limit }) => `There may be at most ${limit} ${what}.`,
    hint: () => "Ask for less at a time, or delete what is no longer needed.",
  }),
  "basic.no_rollback": entry({
    severity: "error",
    sentence: () =>
      "ROLLBACK cannot take back what was stored: each command is stored when it runs.",
    hint: () =>
      "Check everything before the first command that stores, or undo it with UPDATE and DELETE.",
  }),
  "basic.bad_query": entry<{ reason: string; found: string }>({
    severity: "error",
    sentence: ({ reason, found }) => `The query "${found}" cannot be read: ${reason}.`,
    hint: () => 'Write it like "SELECT name, SUM(total) AS sum FROM orders GROUP BY name".',
  }),
} as const
