import type { ServerCommand } from "#basic/keywords/index.ts"
import type { RowOperands } from "#basic/rows/commands/operands.ts"
import { asTableResult, beginTableCommand } from "#basic/rows/commands/table-commands.ts"
import { filePathOf } from "#basic/rows/file-table.ts"
import type { TableContext } from "#basic/rows/store.ts"
import { type ArgsOf, type Handler, handlerFor } from "../handler.ts"
import type { Step } from "../step.ts"
import { findTableFile, workOnFile } from "./file-table.ts"
import { runFileWork, runTableWork } from "./run-table-work.ts"

/** Makes the handler of a command about rows: `basic/rows` says what it does, the database keeps the rows. */
export const tableHandler = <K extends ServerCommand>(definition: K): Handler =>
  handlerFor(definition, (args, step) =>
    performTableCommand(definition.name, asOperands(args), step),
  )

/** The same for a command that is about rows only in some of its shapes. */
export async function performTableCommand(keyword: string, operands: RowOperands, step: Step) {
  const begin = (context: TableContext) => beginTableCommand(keyword, operands, context)
  const path = filePathOf(operands)
  const file = path === null ? undefined : await findTableFile(keyword, path, step)
  const result =
    path === null || file === undefined
      ? await runTableWork(keyword, begin, step)
      : await runFileWork(keyword, begin, step, (work, context) =>
          workOnFile(path, file, work, context, step),
        )
  return asTableResult(keyword, result)
}

/** Checked operands are values, lists of values, or undefined. */
const asOperands = <K extends ServerCommand>(args: ArgsOf<K>): RowOperands => args as RowOperands
