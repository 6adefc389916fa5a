import { parseNumber, printNumber, toJson } from "#basic"
import { tableLimits } from "#basic/rows/limits.ts"
import { refuseTable } from "#basic/rows/problem.ts"
import type { NewRow, StoredRow } from "#basic/rows/row.ts"
import type { TableColumn, TableShape } from "#basic/rows/table-shape.ts"
import { newId, type OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableJson, storableText } from "../storable.ts"
import type { RowPlace } from "./table-rows.ts"

interface TableColumns {
  readonly id: string
  readonly name: string
  readonly is_declared: boolean
  readonly columns: readonly TableColumn[]
  readonly keys: readonly string[]
  readonly read_roles: readonly string[]
  readonly write_roles: readonly string[]
  readonly next_id: number
  readonly has_odd_keys: boolean
  readonly indexed: readonly string[]
  readonly row_count: number
}

export interface BotPlace {
  readonly orgId: OrgId
  readonly botId: string
}

type Known = Omit<RowPlace, "orgId" | "tableId"> & { readonly id: string }

/** The tables of one bot inside one transaction. */
export class TableStore {
  private readonly tx: OrgTx
  private readonly place: BotPlace
  private readonly known = new Map<string, Known>()

  constructor(tx: OrgTx, place: BotPlace) {
    this.tx = tx
    this.place = place
  }

  /** Gives a table, null when there is none. `forWriting` makes other writers of it wait for this transaction. */
  async load(name: string, forWriting: boolean): Promise<TableShape | null> {
    const row = await this.read(name, forWriting)
    if (row === undefined) return null
    this.known.set(row.name, knownOf(row))
    return {
      name: row.name,
      isDeclared: row.is_declared,
      columns: row.columns,
      keys: row.keys,
      readRoles: row.read_roles,
      writeRoles: row.write_roles,
      nextId: Number(row.next_id),
    }
  }

  /** Who is about to make a table makes others that would make it wait. */
  private async read(name: string, forWriting: boolean): Promise<TableColumns | undefined> {
    const found = await this.query(name, forWriting)
    if (found !== undefined || !forWriting) return found
    await this.tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `${this.place.orgId}/${this.place.botId}/${storableText(name)}`,
    ])
    return await this.query(name, true)
  }

  private async query(name: string, forWriting: boolean): Promise<TableColumns | undefined> {
    const [row] = await this.tx.rows<TableColumns>(
      `select id, name, is_declared, columns, keys, read_roles, write_roles, next_id, has_odd_keys,
         indexed, row_count
       from bot_tables where org_id = $1 and bot_id = $2 and name = $3${forWriting ? " for update" : ""}`,
      [this.place.orgId, this.place.botId, storableText(name)],
    )
    return row
  }

  /** Keeps the shape of a table. One that two runs make at once is made once. */
  async define(shape: TableShape): Promise<void> {
    const known = this.known.get(shape.name)
    if (known === undefined) await this.checkTableCount()
    const [row] = await this.tx.rows<Parameters<typeof knownOf>[0]>(
      `insert into bot_tables (org_id, id, bot_id, name, is_declared, columns, keys, read_roles, write_roles, next_id)
       values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text[], $8::text[], $9::text[], $10::bigint)
       on conflict (org_id, bot_id, name) do update set
         is_declared = excluded.is_declared, columns = excluded.columns, keys = excluded.keys,
         read_roles = excluded.read_roles, write_roles = excluded.write_roles,
         next_id = greatest(bot_tables.next_id, excluded.next_id), updated_at = now()
       returning id, has_odd_keys, indexed, row_count`,
      [
        this.place.orgId,
        known?.id ?? newId("tbl"),
        this.place.botId,
        storableText(shape.name),
        shape.isDeclared,
        storableJson(shape.columns),
        shape.keys.map(storableText),
        [...shape.readRoles],
        [...shape.writeRoles],
        shape.nextId,
      ],
    )
    if (row) this.known.set(shape.name, knownOf(row))
  }

  private async checkTableCount(): Promise<void> {
    const [row] = await this.tx.rows<{ count: number }>(
      "select count(*)::int as count from bot_tables where org_id = $1 and bot_id = $2",
      [this.place.orgId, this.place.botId],
    )
    if ((row?.count ?? 0) >= tableLimits.tablesPerBot)
      refuseTable("basic.table_limit", { what: "tables of a bot", limit: tableLimits.tablesPerBot })
  }

  /** Whether a table is in the database: one that is only about to be made has no rows. */
  has({ name }: TableShape): boolean {
    return this.known.has(name)
  }

  /** Where the rows of a loaded table are. */
  rowsOf({ name }: TableShape): RowPlace {
    const known = this.known.get(name)
    if (known === undefined) throw new Error(`The table ${name} was not loaded.`)
    const { id, ...facts } = known
    return { orgId: this.place.orgId, tableId: id, ...facts }
  }

  /** Adds rows and replaces others. Errors: TableProblem "basic.table_limit". */
  async put(
    shape: TableShape,
    added: readonly NewRow[],
    changed: readonly StoredRow[],
  ): Promise<void> {
    const { orgId, tableId } = this.rowsOf(shape)
    if (added.length > 0) await this.checkRowCount(added.length)
    for (const rows of inBatches(added))
      await this.tx.rows(
        `insert into bot_rows (org_id, table_id, key, cells)
         select $1, $2, key, cells::jsonb from unnest($3::text[], $4::text[]) with ordinality as given (key, cells, place)
         order by place`,
        [orgId, tableId, rows.map(({ key }) => storableText(key)), rows.map(cellsText)],
      )
    for (const rows of inBatches(changed))
      await this.tx.rows(
        `update bot_rows set key = given.key, cells = given.cells::jsonb, updated_at = now()
         from unnest($3::text[], $4::text[], $5::text[]) as given (number, key, cells)
         where bot_rows.org_id = $1 and bot_rows.table_id = $2 and bot_rows.number = given.number::bigint`,
        [
          orgId,
          tableId,
          rows.map(({ number }) => String(number)),
          rows.map(({ key }) => storableText(key)),
          rows.map(cellsText),
        ],
      )
    const hasOdd = [...added, ...changed].some(({ key }) => isOdd(key))
    await this.tx.rows(
      `update bot_tables set row_count = row_count + $3::int, next_id = greatest(next_id, $4::bigint),
         has_odd_keys = has_odd_keys or $5::boolean, updated_at = now()
       where org_id = $1 and id = $2`,
      [orgId, tableId, added.length, shape.nextId, hasOdd],
    )
  }

  private async checkRowCount(added: number): Promise<void> {
    const [row] = await this.tx.rows<{ count: number }>(
      "select coalesce(sum(row_count), 0)::int as count from bot_tables where org_id = $1 and bot_id = $2",
      [this.place.orgId, this.place.botId],
    )
    if ((row?.count ?? 0) + added > tableLimits.rowsPerBot)
      refuseTable("basic.table_limit", { what: "rows of a bot", limit: tableLimits.rowsPerBot })
  }

  async remove(shape: TableShape, rows: readonly StoredRow[]): Promise<void> {
    const { orgId, tableId } = this.rowsOf(shape)
    await this.tx.rows(
      `with gone as (
         delete from bot_rows where org_id = $1 and table_id = $2 and number = any($3::text[]::bigint[]) returning 1
       )
       update bot_tables set row_count = row_count - (select count(*) from gone)::int, updated_at = now()
       where org_id = $1 and id = $2`,
      [orgId, tableId, rows.map(({ number }) => String(number))],
    )
  }
}

const knownOf = (
  row: Pick<TableColumns, "id" | "has_odd_keys" | "indexed" | "row_count">,
): Known => ({
  ...{ id: row.id, hasOddKeys: row.has_odd_keys },
  ...{ indexed: row.indexed, rowCount: row.row_count },
})

const cellsText = ({ cells }: NewRow): string => storableJson(toJson(cells))

/** A number that is not written as numbers print, so that "04" is not found under 4. */
const isOdd = (key: string): boolean => {
  const number = parseNumber(key)
  return number !== null && printNumber(number) !== key
}

const batchRows = 500

function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += batchRows) yield rows.slice(from, from + batchRows)
}
