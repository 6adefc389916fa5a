import { type ErrorDefinition, quote } from "./define.ts"

/** The tables of a bot, as people see and change them. */
export const tableErrors = {
  "table.not_found": {
    status: 404,
    retry: "never",
    title: "No such table",
    detail: (f: { table: string }) => `The bot has no table ${quote(f.table)}.`,
    fix: "Choose a table from the list, or let the bot save its first row.",
  },
  "table.row_not_found": {
    status: 404,
    retry: "never",
    title: "No such row",
    detail: (f: { table: string; row: string }) =>
      `The table ${quote(f.table)} has no row ${quote(f.row)}.`,
    fix: "It may have been deleted. Load the table again.",
  },
  "table.row_refused": {
    status: 422,
    retry: "changed",
    title: "Row not stored",
    detail: (f: { reason: string }) => f.reason,
    fix: "Correct the value and store the row again.",
  },
  "table.change_refused": {
    status: 409,
    retry: "changed",
    title: "Table does not fit its rows",
    detail: (f: { table: string; script: string; line: number; reason: string }) =>
      `Line ${f.line} of ${f.script}: the table ${quote(f.table)} cannot become what it is declared to be. ${f.reason}`,
    fix: "Correct the rows on the page of tables, or take the change of the declaration back, then publish again.",
  },
} as const satisfies Record<string, ErrorDefinition>
