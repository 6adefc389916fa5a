import { existsSync } from "node:fs"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { openDatabase } from "#db/client.ts"
import { fillDataDir } from "#db/testing/embedded-data-dir.ts"
import { createTestOrg } from "#db/testing/factories.ts"
import type { Command } from "../command.ts"
import { dbBackupCommand } from "./db-backup.ts"
import { dbRestoreCommand } from "./db-restore.ts"

let dataDir = ""
/** One installation for all of them: opening an embedded database takes seconds. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "db-commands-"))
  await fillDataDir(dataDir)
  await during((db) => createTestOrg(db, "First"))
})
beforeEach(() => {
  vi.stubEnv("DATA_DIR", dataDir)
  vi.stubEnv("DATABASE_URL", "")
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function run(command: Command, ...files: string[]) {
  let [out, error] = ["", ""]
  const terminal = {
    folder: dataDir,
    out: (text: string) => {
      out += text
    },
    error: (text: string) => {
      error += text
    },
  }
  const code = await command.run({ files, flags: {} }, terminal)
  return { code, out, error }
}

const open = () => openDatabase({ dataDir, databaseUrl: null })

/** Opens the database as the server does, does something, and gives the names of the organizations then. */
async function during(work: (db: Awaited<ReturnType<typeof open>>) => Promise<unknown>) {
  const db = await open()
  try {
    await work(db)
    const rows = await db.asOwner((tx) =>
      tx.rows<{ name: string }>("select name from organizations"),
    )
    return rows.map(({ name }) => name).sort()
  } finally {
    await db.close()
  }
}

describe("db backup and db restore", { timeout: 120_000 }, () => {
  test("both are refused in one sentence while the product runs, and change nothing", async () => {
    const names = await during(async () => {
      for (const refused of [await run(dbBackupCommand), await run(dbRestoreCommand, "x.tar.gz")])
        expect(refused).toEqual({
          code: 1,
          out: "",
          error: `Another Botwright (process ${process.pid}) is using the data in ${dataDir}. Stop it first, or set DATA_DIR to another directory.\n`,
        })
      expect(existsSync(join(dataDir, "backups"))).toBe(false)
    })
    expect(names).toEqual(["First"])
  })

  test("what a backup holds comes back, also elsewhere, and what it replaces is kept", async () => {
    const written = await run(dbBackupCommand)
    expect([written.code, written.error]).toEqual([0, ""])
    const file = written.out.trim()
    expect(file.startsWith(join(dataDir, "backups", "database-"))).toBe(true)
    expect(await during((db) => createTestOrg(db, "Later"))).toEqual(["First", "Later"])
    const restored = await run(dbRestoreCommand, file)
    expect(restored).toMatchObject({ code: 0, out: `The database of ${file} is in place.\n` })
    const replaced = /^The one before it lies in (.+)\.\n$/.exec(restored.error)?.[1] ?? ""
    expect(existsSync(join(replaced, "PG_VERSION"))).toBe(true)
    expect(await during(async () => {})).toEqual(["First"])
    const elsewhere = await mkdtemp(join(tmpdir(), "db-commands-"))
    vi.stubEnv("DATA_DIR", elsewhere)
    expect(await run(dbRestoreCommand, file)).toMatchObject({ code: 0, error: "" })
    expect((await readdir(elsewhere)).filter((name) => name !== "lock.sock")).toEqual(["database"])
    await rm(elsewhere, { recursive: true, force: true })
  })

  test("a file that is no backup, and one that is not there, leave everything as it was", async () => {
    const before = (await readdir(dataDir)).sort()
    const letter = join(tmpdir(), `letter-${process.pid}.txt`)
    await writeFile(letter, "Dear Ana")
    const unread = await run(dbRestoreCommand, letter)
    await rm(letter)
    expect([unread.code, unread.out]).toEqual([1, ""])
    expect(unread.error).toMatch(/^The embedded database does not open: .+\n$/)
    const missing = await run(dbRestoreCommand, "gone.tar.gz")
    expect(missing.error).toBe(`There is no backup at ${join(dataDir, "gone.tar.gz")}.\n`)
    expect((await readdir(dataDir)).sort()).toEqual(before)
    expect(await during(async () => {})).toEqual(["First"])
  })

  test("where there is no installation, or a Postgres of one's own, both say so", async () => {
    vi.stubEnv("DATA_DIR", join(dataDir, "elsewhere"))
    expect((await run(dbBackupCommand)).error).toBe(
      `There is no database in ${join(dataDir, "elsewhere")}; set DATA_DIR to the folder the server uses.\n`,
    )
    vi.stubEnv("DATABASE_URL", "postgres://db.example/botwright")
    for (const { code, error } of [await run(dbBackupCommand), await run(dbRestoreCommand, "x")])
      expect([code, error]).toEqual([
        1,
        "DATABASE_URL names a Postgres server; back it up and restore it with its own tools, such as pg_dump and pg_restore.\n",
      ])
  })
})
