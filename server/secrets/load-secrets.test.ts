import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { loadSecrets } from "./load-secrets.ts"

let dataDir = ""
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "secrets-"))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))
const load = (folder = dataDir) =>
  loadSecrets({ dataDir: folder, sessionSecret: null, encryptionKey: null })

test("the first run makes secrets that only their owner can read, and the next run reads the same", async () => {
  const first = await load(join(dataDir, "new", "folder"))
  const file = join(dataDir, "new", "folder", "secrets.json")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await load(join(dataDir, "new", "folder"))).toEqual(first)
  expect(await readdir(join(dataDir, "new", "folder"))).toEqual(["secrets.json"])
})

test("two first starts at once agree on one set of secrets", async () => {
  const [one, other] = await Promise.all([load(), load()])
  expect(JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8"))).toEqual(await load())
  expect(await load()).toEqual(one)
  expect(other).toEqual(one)
})

test("a file that others could read is closed to them", async () => {
  await load()
  await chmod(join(dataDir, "secrets.json"), 0o644)
  await load()
  expect((await stat(join(dataDir, "secrets.json"))).mode & 0o777).toBe(0o600)
})

test("AUTH-08 a damaged file and a weak secret are refused and nothing is overwritten", async () => {
  const path = join(dataDir, "secrets.json")
  await writeFile(path, "{ half")
  await expect(load()).rejects.toThrow(/damaged or incomplete; restore it from a backup/)
  expect(await readFile(path, "utf8")).toBe("{ half")
  const weak = {
    sessionSecret: "changeme",
    encryptionKey: "k".repeat(64),
    demoPassword: "demo-demo-demo",
  }
  await writeFile(path, JSON.stringify(weak))
  await expect(load()).rejects.toThrow(/sessionSecret .* too weak/)
})

test("secrets of the environment stand above the file", async () => {
  const own = "Zk3vX9qLw7Rt2YbN8mPd4HsJc6GfAe1U"
  const secrets = await loadSecrets({ dataDir, sessionSecret: own, encryptionKey: null })
  expect(secrets.sessionSecret).toBe(own)
  expect((await load()).sessionSecret).not.toBe(own)
})

test("processes that share a secret agree on the demo's password, each in a folder of its own", async () => {
  const sessionSecret = "Zk3vX9qLw7Rt2YbN8mPd4HsJc6GfAe1U"
  const inFolder = (name: string) =>
    loadSecrets({ dataDir: join(dataDir, name), sessionSecret, encryptionKey: null })
  const [one, other] = [await inFolder("one"), await inFolder("other")]
  expect(one.demoPassword).toBe(other.demoPassword)
  expect(one.demoPassword).toMatch(/^[\w-]{16}$/)
  expect((await load()).demoPassword).not.toBe(one.demoPassword)
})

test("a folder that cannot be made is said in one plain sentence", async () => {
  await writeFile(join(dataDir, "file"), "")
  await expect(load(join(dataDir, "file", "sub"))).rejects.toThrow(
    /^The folder .* cannot be written \(ENOTDIR\); .*DATA_DIR\.$/,
  )
})
