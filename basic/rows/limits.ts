/** What the tables of one bot may hold, and what one command may do to them. */
export const tableLimits = {
  tablesPerBot: 300,
  columns: 200,
  nameChars: 100,
  /** All tables of a bot together. */
  rowsPerBot: 200_000,
  /** One row as JSON. */
  rowBytes: 64 * 1024,
  /** Rows that one command stores. */
  rowsPerWrite: 5_000,
  /** Rows that FIND gives when nothing else is asked for; SET MAX LINES changes it. */
  defaultRows: 1_000,
  /** The most rows a command gives at once. */
  resultRows: 10_000,
  /** All rows a command gives, as JSON. */
  resultBytes: 4 * 1024 * 1024,
  /** Rows that a join, a sum or a search looks at. */
  scannedRows: 50_000,
} as const
