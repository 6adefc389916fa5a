import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { fromJson } from "#basic"
import { readFilterSource, showFilter } from "#basic/filters/source.ts"
import type { RowOperands } from "#basic/rows/commands/operands.ts"
import { tableLimits } from "#basic/rows/limits.ts"
import { limits } from "#catalog/limits.ts"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import type { OrgTx } from "#db/transaction.ts"
import { buildIndex, wantIndex } from "../cell-index.ts"
import { filters, rows } from "./filter-cases.ts"
import {
  type DatabaseStore,
  nowMs,
  openDatabaseStore,
  openMemoryStore,
  type RunCommand,
  tellIn,
} from "./stores.ts"

/** Commands one after the other; both stores must answer the same to each. */
const story: readonly (readonly [string, RowOperands])[] = [
  ["SAVE", { table: "a", values: [fromJson({ name: "Ana" })] }],
  ["SAVE", { table: "A.csv", values: [fromJson({ id: 1, seats: 2 })] }],
  ["SAVE", { table: "a", values: [9, fromJson({ name: "Bob" })] }],
  ["INSERT", { table: "a", values: [fromJson({ name: "Cid" })] }],
  ["INSERT", { table: "a", values: [fromJson({ id: 9 })] }],
  ["SAVE", { table: "a", values: ["Dan", 4], valuesNames: fromJson(["name", "seats"]) }],
  ["SAVE", { table: "a", values: [5, 6] }],
  ["SAVE", { table: "a", row: fromJson([{ id: 20, x: 1 }, { id: 20, x: 2 }, { y: 3 }]) }],
  ["FIND", { table: "a" }],
  ["FIND", { table: "a", column: "NAME", value: "Bob" }],
  ["GET LAST", { table: "a" }],
  ["UPDATE", { table: "a", filter: "id = 9", values: [fromJson({ seats: 7, id: 30 })] }],
  ["UPDATE", { table: "a", filter: "id = 30", values: [fromJson({ id: 1 })] }],
  ["UPDATE", { table: "a", filter: "seatz = 9", values: [fromJson({ seats: 1 })] }],
  ["UPDATE", { table: "a", fields: fromJson({ seats: 8 }), where: "seats > 3" }],
  [
    "MERGE",
    {
      table: "a",
      rows: fromJson([{ name: "Ana", z: 1 }, { name: "New" }, { name: "Ana", z: 1 }]),
      key: "name",
    },
  ],
  ["MERGE", { table: "m", rows: fromJson([{ sku: "A", n: 1 }, { sku: "B" }]), key: "sku" }],
  [
    "MERGE",
    {
      table: "m",
      rows: fromJson([
        { sku: "A", n: 1 },
        { sku: "B", n: 2 },
      ]),
      key: "sku",
    },
  ],
  ["FIND", { table: "m", filter: "ORDER BY sku DESC" }],
  ["AGGREGATE", { first: "SUM", second: "a", field: "seats" }],
  ["AGGREGATE", { first: "a", second: "COUNT", field: "id", filter: "seats > 3" }],
  ["AGGREGATE", { first: "a", second: "MAX", field: "name" }],
  [
    "QUERY",
    {
      query:
        "SELECT seats, COUNT(*) AS n FROM a GROUP BY seats HAVING COUNT(*) > 1 ORDER BY n DESC",
    },
  ],
  [
    "QUERY",
    {
      query:
        "SELECT a.name, m.n FROM a LEFT JOIN m ON a.name = m.sku WHERE a.seats = 8 ORDER BY name LIMIT 2",
    },
  ],
  ["SEARCH", { table: "a", query: "ana", limit: 2 }],
  ["RECORD METRIC", { name: "visits", fields: fromJson({ value: 3 }) }],
  ["QUERY METRICS", { name: "visits", range: "24h", interval: "1d" }],
  ["EXPORT", { table: "a", where: "seats = 8" }],
  ["DELETE FROM", { table: "a", where: "nosuch = 1" }],
  ["DELETE", { table: "a", filter: "20" }],
  ["DELETE FROM", { table: "a", where: "seats = 8" }],
  ["FIND", { table: "a" }],
  ["SAVE", { table: "line\nbreak", values: [fromJson({ a: 1 })] }],
  ["FIND", { table: "maria.products" }],
  ["FIND", { table: "nothing" }],
]

const tableOf = async (db: Database, { orgId, botId }: DatabaseStore, name: string) => {
  const [table] = await db.tenantQuery<{ id: string; columns: { name: string }[] }>(
    [orgId],
    "select id, columns from bot_tables where bot_id = $1 and name = $2",
    [botId, name],
  )
  return table ?? { id: "", columns: [] }
}

/** Collects the cells of what is asked for until all are there. */
async function buildAll(db: Database, store: DatabaseStore, name: string) {
  const { id } = await tableOf(db, store, name)
  const read = () =>
    db.tenantQuery<{ indexed: string[]; due: Date | null }>(
      [store.orgId],
      "select indexed, due from bot_tables where id = $1",
      [id],
    )
  while ((await read())[0]?.due)
    await db.withOrg(store.orgId, (tx) => buildIndex(tx, store.orgId, id))
  return await read()
}

/** An index of every column of a table. */
async function indexAll(db: Database, store: DatabaseStore, name: string) {
  const { id, columns } = await tableOf(db, store, name)
  const place = { orgId: store.orgId, tableId: id }
  await db.withOrg(store.orgId, (tx) =>
    wantIndex(
      tx,
      place,
      columns.map((column) => column.name),
    ),
  )
  await buildAll(db, store, name)
}

/** Cells that no row has, and those that rows have and the index lacks. */
async function findStrayCells(db: Database, { orgId }: DatabaseStore) {
  return await db.tenantQuery(
    [orgId],
    `with rows as (
       select r.table_id, c.name, cell_key(r.cells -> c.name) as value, r.number
       from bot_tables t cross join lateral unnest(t.indexed) as c(name)
       join bot_rows r on r.org_id = t.org_id and r.table_id = t.id
       where cell_key(r.cells -> c.name) is not null
     ), cells as (select table_id, column_name, value, number from bot_cells)
     (select * from rows except select * from cells) union all (select * from cells except select * from rows)`,
  )
}

/** The same commands over memory and over a database. */
export function storeSuite(openDatabase: OpenTestDatabase) {
  let db: Database
  let store: DatabaseStore
  let memory: RunCommand

  beforeAll(async () => {
    db = await openDatabase()
    store = await openDatabaseStore(db)
    memory = openMemoryStore()
    for (const run of [memory, store.run])
      await run("SAVE", { table: "rows", row: fromJson([...rows]) })
  })
  afterAll(() => db.close())

  describe("a filter over a database", () => {
    it.each(
      filters.map(
        (filter) =>
          [showFilter(readFilterSource(filter) ?? { text: "", values: [] }), filter] as const,
      ),
    )("gives the rows that the evaluator gives: %s", async (_shown, filter) => {
      const operands = { table: "rows", filter }
      expect(await store.run("FIND", operands)).toEqual(await memory("FIND", operands))
      const count = { first: "rows", second: "COUNT", field: "id", filter }
      expect(await store.run("AGGREGATE", count)).toEqual(await memory("AGGREGATE", count))
    })
  })

  describe("a command about rows", () => {
    it("answers the same over memory and a database, refusals included", async () => {
      for (const [keyword, operands] of story)
        expect([keyword, await store.run(keyword, operands)]).toEqual([
          keyword,
          await memory(keyword, operands),
        ])
    })

    it("answers the same where every column is found by an index, which follows each change", async () => {
      const tables = ["rows", "a", "m"]
      for (const table of tables) await indexAll(db, store, table)
      expect(await findStrayCells(db, store)).toEqual([])
      for (const filter of filters)
        for (const [keyword, operands] of [
          ["FIND", { table: "rows", filter }],
          ["AGGREGATE", { first: "rows", second: "COUNT", field: "id", filter }],
        ] as const)
          expect([filter, await store.run(keyword, operands)]).toEqual([
            filter,
            await memory(keyword, operands),
          ])
      for (const [keyword, operands] of story)
        expect([keyword, await store.run(keyword, operands)]).toEqual([
          keyword,
          await memory(keyword, operands),
        ])
      expect(await findStrayCells(db, store)).toEqual([])
    })

    it("gets an index of a column that a large table is searched by, and finds page after page with it", async () => {
      const size = limits.indexFromRows * 2 + 10
      const row = Array.from({ length: size }, (_, n) => ({
        n,
        kind: n % 2 === 0 ? "even" : "odd",
      }))
      await store.run("SAVE", { table: "large", row: fromJson(row) })
      const search = { table: "large", filter: "kind = 'even' AND n >= 0" }
      const count = { first: "large", second: "COUNT", field: "id", filter: "kind = 'even'" }
      const before = [await store.run("FIND", search), await store.run("AGGREGATE", count)]
      const [asked] = await buildAll(db, store, "large")
      expect(asked).toEqual({ indexed: ["kind"], due: null })
      expect([await store.run("FIND", search), await store.run("AGGREGATE", count)]).toEqual(before)
      const newest = { table: "large", filter: "kind = 'odd' ORDER BY n DESC LIMIT 1" }
      expect(await store.run("FIND", newest)).toMatchObject([{ n: size - 1 }])
    })

    it("leaves nothing of what is refused behind the table it made, though the transaction goes on", async () => {
      const full = await openDatabaseStore(db)
      await full.run("SAVE", { table: "kept", values: [fromJson({ id: 1 })] })
      await db.tenantQuery(
        [full.orgId],
        `update bot_tables set row_count = ${tableLimits.rowsPerBot} where bot_id = $1`,
        [full.botId],
      )
      const place = { ...full, conversationId: "", contactId: null, nowMs }
      const row = fromJson(Array.from({ length: 600 }, (_, n) => ({ id: n, seats: n })))
      const tell = (tx: OrgTx, table: string) => tellIn(tx, place, "SAVE", { table, row })
      const told = await db.withOrg(full.orgId, async (tx) => [
        await tell(tx, "made"),
        await tell(tx, "kept"),
      ])
      expect(told).toEqual(Array(2).fill(expect.stringContaining("rows of a bot")))
      expect(await tableOf(db, full, "made")).toEqual({ id: "", columns: [] })
      expect(await tableOf(db, full, "kept")).toMatchObject({ columns: [{ name: "id" }] })
    })

    it("gives rows of one organization to nobody else, whatever it names", async () => {
      const other = await openDatabaseStore(db)
      await store.run("SAVE", { table: "secret", values: [fromJson({ id: 1, word: "ours" })] })
      expect(await other.run("FIND", { table: "secret" })).toEqual([])
      expect(await other.run("DELETE FROM", { table: "secret" })).toBe(0)
      expect(
        await other.run("SAVE", { table: "secret", values: [fromJson({ id: 1, word: "theirs" })] }),
      ).toBe(1)
      expect(await store.run("FIND", { table: "secret" })).toEqual([{ id: 1, word: "ours" }])
    })

    it("numbers rows that several runs add at once without a gap or a double", async () => {
      const saved = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          store.run("SAVE", { table: "race", values: [fromJson({ [`c${n % 3}`]: n })] }),
        ),
      )
      expect([...saved].sort((a, b) => Number(a) - Number(b))).toEqual(saved.map((_, n) => n + 1))
      const [row] = await db.tenantQuery<{ row_count: number; columns: { name: string }[] }>(
        [store.orgId],
        "select row_count, columns from bot_tables where bot_id = $1 and name = 'race'",
        [store.botId],
      )
      expect(row?.row_count).toBe(12)
      expect(row?.columns.map(({ name }) => name).sort()).toEqual(["c0", "c1", "c2", "id"])
    })
  })
}
