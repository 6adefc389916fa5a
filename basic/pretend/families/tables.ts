import { utcZone } from "../../dates/zone.ts"
import { wordsOf } from "../../diagnostics/report.ts"
import { printCsvRows, readCsvRows } from "../../files/table-text.ts"
import { tableCommands } from "../../keywords/families/tables.ts"
import { mergeRows } from "../../rows/commands/merge.ts"
import { maxRowsKey, readMaxRows, reportKey, reportLine } from "../../rows/commands/settings.ts"
import {
  asTableResult,
  beginTableCommand,
  isTableCommand,
} from "../../rows/commands/table-commands.ts"
import { filePathOf, makesFile, workOnRows } from "../../rows/file-table.ts"
import { pageUrl, rowsOfPage } from "../../rows/pages.ts"
import { makePlainEnv } from "../../rows/plain-env.ts"
import { TableProblem } from "../../rows/problem.ts"
import { readRoles } from "../../rows/roles.ts"
import type { TableContext, TableWork } from "../../rows/store.ts"
import { LimitReached, Raised } from "../../vm/errors.ts"
import { type Json, ListValue, type Value } from "../../vm/value.ts"
import { sendPretendRequest } from "../http.ts"
import { operandText, operandValue } from "../operands.ts"
import {
  done,
  failed,
  type Pretended,
  type PretendHandler,
  type PretendHandlers,
} from "../pretended.ts"
import type { PreviewOptions } from "../preview-options.ts"
import type { PretendWorld } from "../world.ts"

function makeContext(world: PretendWorld, options: PreviewOptions): TableContext {
  let ids = 0
  return {
    env: makePlainEnv(world.nowMs, options.zone ?? utcZone),
    roles: readRoles([world.read("session", "role"), world.read("session", "roles")]),
    maxRows: readMaxRows(world.read("session", maxRowsKey)),
    makeId: () =>
      `00000000-0000-4000-8000-${String(world.nowMs + ids++)
        .padStart(12, "0")
        .slice(-12)}`,
    log: () => {},
    session: {
      read: (key) => world.read("session", key),
      write: (key, value) => world.write("session", key, value),
    },
  }
}

/** Does the work over the tables of the preview; what a published bot would refuse fails here too. */
function perform(
  keyword: string,
  begin: (context: TableContext) => TableWork,
  world: PretendWorld,
  options: PreviewOptions,
  file: string | null = null,
): Pretended {
  const context = makeContext(world, options)
  try {
    const value = asTableResult(keyword, run(begin, context, world, file))
    return done(tell(keyword, value), value)
  } catch (error) {
    if (error instanceof TableProblem && error.code === "service.not_set_up")
      return done(
        `${keyword} was pretended: ${String(error.facts.setting)} is not set up.`,
        new ListValue(),
      )
    if (error instanceof TableProblem || error instanceof Raised)
      return failed(error.code, wordsOf(error.code, error.facts).message)
    if (error instanceof LimitReached)
      return failed(error.code, wordsOf(error.code, { limit: error.limit }).message)
    throw error
  }
}

/** Over a table, or over the rows of a file of the preview's drive. */
function run(
  begin: (context: TableContext) => TableWork,
  context: TableContext,
  { tables, drive, nowMs }: PretendWorld,
  file: string | null,
): Value {
  if (file === null) return tables.run(begin(context), context.env)
  const text = drive.readText(file)
  const rows = drive.readRows(file) ?? (text === null ? null : readCsvRows(text))
  const done = workOnRows(file, rows as Json[] | null, begin, context)
  if (done.rows !== null) drive.write(file, printCsvRows(done.rows), nowMs, done.rows)
  return done.value
}

/** What the transcript says: how much there was. */
function tell(keyword: string, value: Value): string {
  if (value instanceof ListValue) return `${keyword}: ${count(value.items.length)}.`
  return typeof value === "number" ? `${keyword}: ${value}.` : `${keyword} is done.`
}
const count = (rows: number): string => (rows === 1 ? "1 row" : `${rows} rows`)

/** How one command about rows behaves in a preview. */
export const pretendTable =
  (keyword: string): PretendHandler =>
  (operands, world, options) => {
    const begin = (context: TableContext) => beginTableCommand(keyword, operands, context)
    const path = filePathOf(operands)
    const isFile = path !== null && (world.drive.has(path) || makesFile(keyword))
    return perform(keyword, begin, world, options, isFile ? path : null)
  }

/** One page is asked for, and answered as any request of a preview. */
const synchronize: PretendHandler = (operands, world, options) => {
  const text = (name: string, otherwise: string) => operandText(operands, name) || otherwise
  const request = {
    page: text("page", "page"),
    limit: text("limit", "limit"),
    number: 1,
    size: 100,
  }
  const url = pageUrl(operandText(operands, "endpoint"), request)
  const { answer } = sendPretendRequest("GET", { url }, world, options)
  if (answer.kind !== "value") return { answer, note: `${url} was asked for.` }
  const rows = rowsOfPage(answer.value).map(({ entries }) => entries)
  const table = operandValue(operands, "table")
  const merged = perform(
    "SYNCHRONIZE",
    (context) => mergeRows(table, rows, [text("key", "id")], context),
    world,
    options,
  )
  const line = reportLine(table, `${rows.length} total`)
  const before = world.read("session", reportKey)
  world.write("session", reportKey, typeof before === "string" ? `${before}\n${line}` : line)
  return merged
}

/** How this family of commands behaves in a preview: its tables are kept in memory, and do what the real ones do. */
export const tablePretend: PretendHandlers = {
  ...Object.fromEntries(
    tableCommands
      .filter(({ name }) => isTableCommand(name))
      .map(({ name }) => [name, pretendTable(name)]),
  ),
  SYNCHRONIZE: synchronize,
}
