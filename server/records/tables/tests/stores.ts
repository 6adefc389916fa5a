import { fromJson, toJson } from "#basic"
import { wordsOf } from "#basic/diagnostics/report.ts"
import type { RowOperands } from "#basic/rows/commands/operands.ts"
import { beginTableCommand } from "#basic/rows/commands/table-commands.ts"
import { tableLimits } from "#basic/rows/limits.ts"
import { MemoryTables } from "#basic/rows/memory-store.ts"
import { makePlainEnv } from "#basic/rows/plain-env.ts"
import { TableProblem } from "#basic/rows/problem.ts"
import type { TableContext } from "#basic/rows/store.ts"
import { type Json, ListValue, type Value } from "#basic/vm/value.ts"
import type { BotId, OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import type { OrgTx } from "#db/transaction.ts"
import { driveTables } from "../drive-tables.ts"

export const nowMs = Date.UTC(2025, 0, 6, 9)

/** Runs commands about rows; a refusal is given as the sentence people read. */
export type RunCommand = (
  keyword: string,
  operands: RowOperands,
  roles?: readonly string[] | null,
) => Promise<Json>

const contextFor = (roles: readonly string[] | null): TableContext => ({
  env: makePlainEnv(nowMs),
  roles,
  maxRows: tableLimits.defaultRows,
  makeId: () => "00000000-0000-4000-8000-000000000001",
  log: () => {},
  session: { read: () => null, write: () => {} },
})

async function told(work: () => Value | Promise<Value>): Promise<Json> {
  try {
    return toJson(await work())
  } catch (error) {
    if (error instanceof TableProblem) return wordsOf(error.code, error.facts).message
    throw error
  }
}

export function openMemoryStore(): RunCommand {
  const tables = new MemoryTables()
  return (keyword, operands, roles = null) => {
    const context = contextFor(roles)
    return told(() => tables.run(beginTableCommand(keyword, operands, context), context.env))
  }
}

export interface DatabaseStore {
  readonly orgId: OrgId
  readonly botId: BotId
  readonly run: RunCommand
}

export async function openDatabaseStore(db: Database): Promise<DatabaseStore> {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const place = { orgId, botId, conversationId: "", contactId: null, nowMs }
  const run: RunCommand = (keyword, operands, roles = null) =>
    told(() => db.withOrg(orgId, (tx) => drive(tx, place, keyword, operands, roles)))
  return { orgId, botId, run }
}

type Place = Parameters<typeof driveTables>[3]

function drive(
  tx: OrgTx,
  place: Place,
  keyword: string,
  operands: RowOperands,
  roles: readonly string[] | null,
): Promise<Value> {
  const context = contextFor(roles)
  const work = beginTableCommand(keyword, operands, context)
  return driveTables(work, work.next(), tx, place, context.env)
}

/** A command in a transaction that goes on behind its refusal, as those of scripts do. */
export const tellIn = (tx: OrgTx, place: Place, keyword: string, operands: RowOperands) =>
  told(() => drive(tx, place, keyword, operands, null))

/** A filter as the compiler hands it over: texts and values in turn. */
export const pieces = (...parts: readonly Json[]): ListValue => new ListValue(parts.map(fromJson))
