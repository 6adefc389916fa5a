import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { bundleProgram } from "#server/testing/bundle-program.ts"
import { createDatabase, type Database, openDatabase } from "../../client.ts"
import { DatabaseRefusal } from "../../errors.ts"
import { fillDataDir } from "../../testing/embedded-data-dir.ts"
import { openEmbeddedTestDatabase, openTemplate } from "../../testing/embedded-database.ts"
import { createTestBot, createTestOrg } from "../../testing/factories.ts"
import { createLender } from "../../testing/reused-database.ts"
import { lockDirectory } from "../directory-lock.ts"
import { restoreBackup } from "../restore-backup.ts"
import { backUpWhenDue, listBackups, startUpkeep, vacuumDatabase, writeBackup } from "../upkeep.ts"

let program = ""
/** Several processes that each make or open a database take their time on a busy machine. */
const busyMs = 90_000
const children: ChildProcess[] = []
let root: string

beforeAll(async () => {
  program = await bundleProgram(fileURLToPath(new URL("./hold-database.ts", import.meta.url)))
  root = mkdtempSync(join(tmpdir(), "botwright-embedded-"))
})
afterEach(async () => {
  for (const child of children.splice(0)) await end(child, "SIGKILL")
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Starts the program; `lines` gives its output line by line. */
function start(dataDir: string, mode: "hold" | "write" = "hold") {
  const child = spawn(process.execPath, [program, dataDir, mode], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  children.push(child)
  if (child.stdout === null) throw new Error("the program has no output")
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() }
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once("exit", done))
  child.kill(signal)
  await ended
}

const open = (dataDir: string) => openDatabase({ dataDir, databaseUrl: null })

describe("the directory of an embedded database", { timeout: busyMs }, () => {
  it("is refused to a second process in a sentence that names the first, and is free after it", async () => {
    const dataDir = join(root, "two")
    const first = start(dataDir)
    expect((await first.lines.next()).value).toBe("open")
    const second = start(dataDir)
    expect((await second.lines.next()).value).toBe(
      `Another Botwright (process ${first.child.pid}) is using the data in ${dataDir}. Stop it first, or set DATA_DIR to another directory.`,
    )
    await end(first.child, "SIGTERM")
    const db = await open(dataDir)
    await db.close()
  })

  it("is free after a process that was killed, and holds every row it had acknowledged", async () => {
    const dataDir = join(root, "killed")
    await fillDataDir(dataDir)
    const acknowledged: string[] = []
    for (let round = 0; round < 2; round++) {
      const writer = start(dataDir, "write")
      expect((await writer.lines.next()).value).toBe("open")
      for (let rows = 0; rows < 200; rows++)
        acknowledged.push(String((await writer.lines.next()).value))
      await end(writer.child, "SIGKILL")
    }
    const db = await open(dataDir)
    const stored = await db.asOwner((tx) => tx.rows<{ id: string }>("select id from organizations"))
    const ids = new Set(stored.map((row) => row.id))
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    expect(existsSync(join(dataDir, "lock.sock"))).toBe(true)
    await db.close()
  })

  it("goes to exactly one of many that reach for it at once over a killed one's leftover", async () => {
    const dataDir = join(root, "race")
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, "lock.sock"), "")
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(dataDir)))
    const got = tries.filter((each) => each.status === "fulfilled")
    expect(got).toHaveLength(1)
    await got[0]?.value.release()
    await (await lockDirectory(dataDir)).release()
  })

  it("may have a path longer than that of a socket can be", async () => {
    const dataDir = join(root, "long".repeat(50))
    const lock = await lockDirectory(dataDir)
    await expect(lockDirectory(dataDir)).rejects.toThrow(DatabaseRefusal)
    await lock.release()
  })

  it("is refused in a sentence when it cannot be written", async () => {
    const file = join(root, "file")
    writeFileSync(file, "")
    await expect(open(join(file, "data"))).rejects.toThrow(
      `The directory ${join(file, "data")} cannot be written. Set DATA_DIR to a directory that this user may write, or change its rights.`,
    )
  })
})

describe("an embedded database", { timeout: busyMs }, () => {
  let db: Database
  beforeAll(async () => {
    db = await openEmbeddedTestDatabase({ isOwn: true })
  })
  afterAll(() => db.close())

  it("has pgvector", async () => {
    const rows = await db.tenantQuery([], "select '[1,2]'::vector <-> '[1,3]'::vector as distance")
    expect(rows).toEqual([{ distance: 1 }])
  })

  it("keeps its statements prepared no further than the limit, and goes on beyond it", async () => {
    for (let n = 0; n < 500; n++)
      expect(await db.tenantQuery([], `select ${n} as n`)).toEqual([{ n }])
    expect(await db.tenantQuery([], "select 3 as n")).toEqual([{ n: 3 }])
    const [kept] = await db.asOwner((tx) =>
      tx.rows<{ n: number }>("select count(*) as n from pg_prepared_statements"),
    )
    expect(kept?.n).toBeLessThanOrEqual(400)
  })

  it("finishes what was asked before it closes, answers nothing after, and closes twice without complaint", async () => {
    const asked = Array.from({ length: 50 }, (_, n) =>
      db.tenantQuery([], "select $1::int as n", [n]),
    )
    const closing = db.close()
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 50 }, (_, n) => [{ n }]))
    await closing
    await expect(db.tenantQuery([], "select 1")).rejects.toThrow("The embedded database is closed.")
    await db.close()
  })
})

describe("a database that suites have one after another", { timeout: busyMs }, () => {
  let opened = 0
  const lend = createLender(() => {
    opened++
    return openTemplate()
  })
  const borrow = async () => {
    const { backend, embedded } = await lend()
    return createDatabase(backend, embedded)
  }
  const rows = "select (select count(*) from organizations) + (select count(*) from bots) as rows"

  it("has no row of the suite before, which reaches it no more; and is not the one whose tables were changed", async () => {
    const first = await borrow()
    const orgId = await createTestOrg(first)
    await createTestBot(first, orgId)
    expect(await first.tenantQuery([orgId], rows)).toEqual([{ rows: 2 }])
    const closing = first.close()
    await expect(createTestOrg(first)).rejects.toThrow("The embedded database is closed.")
    await closing
    const second = await borrow()
    await expect(createTestOrg(first)).rejects.toThrow("The embedded database is closed.")
    expect(opened).toBe(1)
    expect(await second.tenantQuery([orgId], rows)).toEqual([{ rows: 0 }])
    await second.asOwner((tx) => tx.rows("alter table bots add column seen text"))
    await second.close()
    const third = await borrow()
    expect(opened).toBe(2)
    expect(await third.tenantQuery([orgId], rows)).toEqual([{ rows: 0 }])
    await third.asOwner((tx) => tx.rows("alter table bots add column seen text"))
    await third.close()
  })
})

describe("upkeep", { timeout: busyMs }, () => {
  let db: Database
  /** The same with a dump that takes no time, where only the files of backups matter. */
  let light: Database
  beforeAll(async () => {
    db = await openEmbeddedTestDatabase({ isOwn: true })
    const { embedded } = db
    if (embedded === null) throw new Error("this is no embedded database")
    const dump = async () => new Uint8Array([1])
    const runAlone = (text: string) => embedded.runAlone(text)
    light = { ...db, embedded: { runAlone, dump, listen: embedded.listen } }
  })
  afterAll(() => db.close())

  it("frees the rows that were replaced", async () => {
    const orgId = await createTestOrg(db)
    for (let n = 0; n < 200; n++)
      await db.tenantQuery([orgId], "update organizations set name = $1", [String(n)])
    const size = async () => {
      const [row] = await db.asOwner((tx) =>
        tx.rows<{ pages: number }>("select pg_relation_size('organizations') / 8192 as pages"),
      )
      return row?.pages ?? 0
    }
    const before = await size()
    await vacuumDatabase(db)
    for (let n = 0; n < 200; n++)
      await db.tenantQuery([orgId], "update organizations set name = $1", [String(n)])
    expect(await size()).toBeLessThanOrEqual(before)
  })

  it("writes backups from which everything comes back, and keeps the newest", async () => {
    const directory = join(root, "backups")
    const orgId = await createTestOrg(db, "Kept")
    await createTestBot(db, orgId)
    const paths: string[] = []
    for (const [source, day] of [[light, 1] as const, [light, 2] as const, [db, 3] as const])
      paths.push(await writeBackup(source, directory, 2, new Date(Date.UTC(2030, 0, day))))
    expect(listBackups(directory)).toEqual([
      "database-2030-01-02T00-00-00-000Z.tar.gz",
      "database-2030-01-03T00-00-00-000Z.tar.gz",
    ])
    const dataDir = join(root, "restored")
    await restoreBackup(paths[2] ?? "", dataDir)
    const restored = await open(dataDir)
    const bots = await restored.tenantQuery([orgId], "select o.name from bots b, organizations o")
    expect(bots).toEqual([{ name: "Kept" }])
    await restored.close()
    await expect(restoreBackup(paths[2] ?? "", dataDir)).rejects.toThrow(
      /^There is a database in .+ already\. Move it away first, so that nothing is lost\.$/,
    )
  })

  it("backs up when the newest backup is old enough, however often the process was started anew", async () => {
    const directory = join(root, "due")
    const settings = { directory, backupEveryMs: 60_000, keptBackups: 7 }
    const begin = Date.UTC(2030, 0, 1, 12)
    for (const ms of [0, 59_999, 60_000, 100_000, 125_000])
      await backUpWhenDue(light, settings, new Date(begin + ms))
    expect(listBackups(directory)).toEqual([
      "database-2030-01-01T12-00-00-000Z.tar.gz",
      "database-2030-01-01T12-01-00-000Z.tar.gz",
      "database-2030-01-01T12-02-05-000Z.tar.gz",
    ])
  })

  it("comes round by itself until it is stopped, and reports what goes wrong", async () => {
    const directory = join(root, "rounds")
    const trouble: Error[] = []
    const every = { vacuumEveryMs: 5, backupEveryMs: 5, keptBackups: 1 }
    const report = (error: Error) => trouble.push(error)
    const stop = startUpkeep(light, { ...every, directory, report })
    const patient = { timeout: 20_000 }
    await expect.poll(() => existsSync(directory) && listBackups(directory).length, patient).toBe(1)
    await stop()
    expect(trouble).toEqual([])
    const stopFailing = startUpkeep(light, { ...every, directory: "/dev/null/no", report })
    await expect.poll(() => trouble.length, patient).toBeGreaterThan(0)
    await stopFailing()
  })
})
