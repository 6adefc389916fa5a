import { newId, type OrgId } from "#catalog/ids.ts"
import type { Database } from "../client.ts"
import {
  type CatalogueReference,
  type CatalogueTable,
  readReferences,
  readTables,
} from "../testing/read-catalogue.ts"

export type Row = Record<string, unknown>

/** Two organizations with one row each in every table, mirror images of each other. */
export interface Mirror {
  readonly tables: readonly CatalogueTable[]
  readonly references: readonly CatalogueReference[]
  readonly ours: Side
  readonly theirs: Side
}

export interface Side {
  readonly orgId: OrgId
  /** The stored row of each table. */
  readonly rows: ReadonlyMap<string, Row>
}

/** Values that a check constraint wants; any other column gets one by its type. */
const sampleValues: Readonly<Record<string, (mark: string) => unknown>> = {
  "members.role": () => "builder",
  "invites.role": () => "builder",
  "bots.slug": (mark) => `bot-${mark}`,
  "conversations.status": () => "open",
  "messages.sender": () => "bot",
  "blobs.state": () => "kept",
  "knowledge_sites.state": () => "ready",
  "knowledge_documents.state": () => "ready",
  "prompt_splits.percent_b": () => 50,
  "prompt_splits.measure": () => "goal",
  "evaluation_runs.state": () => "ready",
  "knowledge_chunks.terms": () => "word",
  "knowledge_vectors.embedding": () => "[1,2]",
  "files.area": () => "bot",
  "memory_entries.scope": () => "user",
  "model_budgets.scope": () => "bot",
  "model_spend.period": () => "2030-01-01",
  "answer_cache.embedding": () => "[1,2]",
  "schedules.origin": () => "set",
  "version_moves.mode": () => "now",
  "bin_entries.kind": () => "script",
}

/** Columns of a circle of references: left empty when a row is made. */
const leftEmpty = new Set([
  "bots.published_version_id",
  "bots.staging_version_id",
  // What lies in the bin is hidden.
  "bots.deleted_at",
  "conversations.run_id",
])

export async function createMirror(db: Database): Promise<Mirror> {
  const tables = await readTables(db)
  const references = await readReferences(db)
  const ordered = orderByReferences(tables, references)
  await silencePurges(db)
  const make = (orgId: OrgId) => createSide(db, ordered, references, orgId)
  return { tables, references, ours: await make(newId("org")), theirs: await make(newId("org")) }
}

/** What a bot knows makes its kept answers old; here every table keeps its one row. */
async function silencePurges(db: Database): Promise<void> {
  await db.asOwner(async (tx) => {
    const triggers = await tx.rows<{ table: string; name: string }>(
      `select tgrelid::regclass::text as table, tgname as name from pg_trigger
       where not tgisinternal and tgname like 'forget_answers%'`,
    )
    for (const { table, name } of triggers)
      await tx.rows(`alter table ${table} disable trigger "${name}"`)
  })
}

async function createSide(
  db: Database,
  tables: readonly CatalogueTable[],
  references: readonly CatalogueReference[],
  orgId: OrgId,
): Promise<Side> {
  const rows = new Map<string, Row>()
  for (const table of tables) {
    const row = buildRow(table, references, rows, orgId, orgId.slice(4))
    await insertRow(db, table, row, orgId)
    rows.set(table.name, row)
  }
  return { orgId, rows }
}

/** Builds a row that could be stored: parents of its own side, and marked values for the rest. */
export function buildRow(
  table: CatalogueTable,
  references: readonly CatalogueReference[],
  parents: ReadonlyMap<string, Row>,
  orgId: OrgId,
  mark: string,
): Row {
  const row: Row = {}
  for (const { name, type, isGenerated } of table.columns) {
    if (isGenerated) continue
    const place = `${table.name}.${name}`
    if (leftEmpty.has(place)) row[name] = null
    else if (name === table.orgColumn) row[name] = orgId
    else row[name] = sampleValues[place]?.(mark) ?? sampleOf(type, `${table.name}-${name}-${mark}`)
  }
  for (const { table: from, columns, target, targetColumns } of references)
    if (from === table.name)
      columns.forEach((column, index) => {
        const parent = parents.get(target)
        if (parent !== undefined && !leftEmpty.has(`${from}.${column}`))
          row[column] = parent[targetColumns[index] ?? ""]
      })
  return row
}

let lastNumber = 0

function sampleOf(type: string, mark: string): unknown {
  if (type.startsWith("text[]")) return []
  if (type.startsWith("text") || type.startsWith("character")) return mark
  if (type.startsWith("json")) return { mark }
  if (type.startsWith("timestamp")) return new Date(Date.UTC(2030, 0, 1))
  if (type === "bytea") return new Uint8Array([1, 2])
  if (type === "boolean") return true
  if (/int|numeric|double|real/.test(type)) return ++lastNumber
  throw new Error(`db/tests/mirror.ts does not know what to put into a column of type ${type}`)
}

/** Writes a row as the role that owns its kind: people by accounts, the rest by the app in its organization. */
export async function insertRow(
  db: Database,
  table: CatalogueTable,
  row: Row,
  orgId: OrgId,
): Promise<void> {
  const { text, params } = insertOf(table.name, row)
  if (table.orgColumn === null) await db.accountsQuery(text, params)
  else await db.tenantQuery([orgId], text, params)
}

export function insertOf(table: string, row: Row) {
  const names = Object.keys(row)
  const holes = names.map((_, index) => `$${index + 1}`)
  const quoted = names.map((name) => `"${name}"`)
  return {
    text: `insert into "${table}" (${quoted.join(", ")}) values (${holes.join(", ")})`,
    params: Object.values(row).map((value) => value as string | null),
  }
}

/** Parents first. A circle would end here, which is why its columns are left empty. */
function orderByReferences(
  tables: readonly CatalogueTable[],
  references: readonly CatalogueReference[],
): CatalogueTable[] {
  const ordered: CatalogueTable[] = []
  const visit = (table: CatalogueTable) => {
    if (ordered.includes(table)) return
    for (const { table: from, columns, target } of references) {
      const isCircle = columns.some((column) => leftEmpty.has(`${from}.${column}`))
      const parent = tables.find(({ name }) => name === target)
      if (from === table.name && !isCircle && parent !== undefined) visit(parent)
    }
    ordered.push(table)
  }
  tables.forEach(visit)
  return ordered
}
