import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Backend } from "../backend.ts"
import { DatabaseRefusal } from "../errors.ts"
import { type Migration, migrate, readMigrations } from "../migrate.ts"

/** `open` gives a database without anything in it; several backends may share it. */
export interface EmptyDatabase {
  connect(): Promise<Backend>
  remove(): Promise<void>
}

export function describeMigrate(open: () => Promise<EmptyDatabase>, canShare: boolean) {
  let database: EmptyDatabase
  let backend: Backend

  beforeAll(async () => {
    database = await open()
    backend = await database.connect()
  })
  afterAll(async () => {
    await backend.close()
    await database.remove()
  })

  const count = async (text: string) => {
    const { rows } = await backend.transaction({ role: "owner", orgs: [] }, 5_000, (session) =>
      session.run(text, []),
    )
    return Number(rows[0]?.[0])
  }
  const all = readMigrations()
  const names = all.map(({ name }) => name)

  describe("the migrator", () => {
    it("applies every migration once, in the order of their numbers, from several processes at once", async () => {
      const others = canShare ? [await database.connect(), await database.connect()] : []
      const applied = await Promise.all([backend, ...others].map((each) => migrate(each)))
      expect(applied.flat().sort()).toEqual(names)
      await Promise.all(others.map((each) => each.close()))
      const { rows } = await backend.transaction({ role: "owner", orgs: [] }, 5_000, (session) =>
        session.run("select name from schema_migrations order by applied_at, name", []),
      )
      expect(rows.map(([name]) => name)).toEqual(names)
    })

    it("changes nothing when there is nothing new", async () => {
      expect(await migrate(backend)).toEqual([])
    })

    it("undoes a migration that fails in the middle, says which, and goes on once it is mended", async () => {
      const broken = next("create table half (x int); select 1/0;")
      await expect(migrate(backend, broken)).rejects.toThrow(
        "The migration 9999_next.sql does not run.",
      )
      expect(await count("select count(*) from pg_class where relname = 'half'")).toBe(0)
      const mended = next("create table half (x int);")
      expect(await migrate(backend, mended)).toEqual(["9999_next.sql"])
    })

    it("refuses a database that a newer program has changed", async () => {
      await expect(migrate(backend, all)).rejects.toThrow(DatabaseRefusal)
      await expect(migrate(backend, all)).rejects.toThrow(
        /changed by a newer Botwright \(9999_next\.sql\)/,
      )
    })

    it("refuses a migration that was edited after it was applied", async () => {
      await expect(migrate(backend, next("create table other (x int);"))).rejects.toThrow(
        /^The migration 9999_next\.sql was edited after this database had applied it\./,
      )
    })

    it("passes on the sentence of a migration that says what it lacks", async () => {
      const asking = [
        ...next("create table half (x int);"),
        { name: "9999_p.sql", text: "do $$ begin raise exception 'Install X first.'; end $$" },
      ]
      await expect(migrate(backend, asking)).rejects.toThrow(
        new DatabaseRefusal("Install X first."),
      )
    })
  })

  function next(text: string): Migration[] {
    return [...all, { name: "9999_next.sql", text }]
  }
}
