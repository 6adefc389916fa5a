import { randomUUID } from "node:crypto"
import { wordsOf } from "#basic/diagnostics/report.ts"
import { declareTable } from "#basic/rows/declare-table.ts"
import { makePlainEnv } from "#basic/rows/plain-env.ts"
import { TableProblem } from "#basic/rows/problem.ts"
import type { TableContext } from "#basic/rows/store.ts"
import { shapeOf } from "#basic/rows/table-shape.ts"
import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import type { BotDeclarations, Publication } from "../publication.ts"
import { wantIndex } from "./cell-index.ts"
import { driveTables } from "./drive-tables.ts"

type Declared = BotDeclarations["tables"][number]

/**
 * Makes the tables that a version declares, and brings those that are there under their declarations. A
 * table that no script declares any more keeps its columns, rows and roles, and takes new columns again.
 *
 * Writes: `bot_tables`, `bot_rows`. Throws: AppError "table.change_refused", which names the line.
 */
export async function applyTables(tx: OrgTx, publication: Publication): Promise<void> {
  const { orgId, botId, declarations, at } = publication
  const own = declarations.tables.filter(({ connection }) => connection === null)
  const place: RecordPlace = {
    orgId,
    botId,
    conversationId: "",
    contactId: null,
    nowMs: at.getTime(),
  }
  for (const declared of own) {
    await declare(tx, publication, place, declared)
    await indexDeclared(tx, place, declared)
  }
  await tx.rows(
    `update bot_tables set is_declared = false
     where org_id = $1 and bot_id = $2 and is_declared and not name = any($3::text[])`,
    [orgId, botId, own.map((table) => shapeOf(table).name)],
  )
}

async function declare(
  tx: OrgTx,
  publication: Publication,
  place: RecordPlace,
  declared: Declared,
): Promise<void> {
  const context = makeContext(place.nowMs)
  const work = declareTable(shapeOf(declared), context)
  try {
    await driveTables(work, work.next(), tx, place, context.env)
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error
    throw new AppError("table.change_refused", {
      table: declared.name,
      script: declared.inScript,
      line: await findLine(tx, publication, declared),
      reason: wordsOf(error.code, error.facts).message,
    })
  }
}

/** Columns that are unique, refer to something, or have a CREATE INDEX are found by an index from the start. */
async function indexDeclared(tx: OrgTx, place: RecordPlace, declared: Declared): Promise<void> {
  const named = new Set(declared.indexes.flatMap(({ fields }) => fields))
  const columns = declared.fields
    .filter(({ name, isUnique, references }) => isUnique || references !== null || named.has(name))
    .map(({ name }) => name)
  if (columns.length === 0) return
  const [table] = await tx.rows<{ id: string }>(
    "select id from bot_tables where org_id = $1 and bot_id = $2 and name = $3",
    [place.orgId, place.botId, shapeOf(declared).name],
  )
  if (table) await wantIndex(tx, { orgId: place.orgId, tableId: table.id }, columns)
}

function makeContext(nowMs: number): TableContext {
  return {
    env: makePlainEnv(nowMs),
    roles: null,
    maxRows: Number.POSITIVE_INFINITY,
    makeId: randomUUID,
    log: () => {},
    session: { read: () => null, write: () => {} },
  }
}

/** The line of the declaration in its script. Units: from 1. */
async function findLine(
  tx: OrgTx,
  { orgId, versionId }: Publication,
  { inScript, span }: Declared,
): Promise<number> {
  const [version] = await tx.rows<{ scripts: Json }>(
    "select scripts from versions where org_id = $1 and id = $2",
    [orgId, versionId],
  )
  const scripts = (version?.scripts ?? []) as { name: string; source: string }[]
  const source = scripts.find(({ name }) => name === inScript)?.source ?? ""
  return source.slice(0, span.start).split("\n").length
}
