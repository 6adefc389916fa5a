import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fillDataDir } from "#db/testing/embedded-data-dir.ts"
import { bundleProgram } from "#server/testing/bundle-program.ts"

const dataDir = mkdtempSync(join(tmpdir(), "botwright-ingest-"))
let child = ""
beforeAll(async () => {
  await fillDataDir(dataDir)
  child = await bundleProgram(join(import.meta.dirname, "ingest-child.ts"))
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function live(point: string) {
  const env = { ...process.env, BOTWRIGHT_INGEST_POINT: point }
  return spawnSync(process.execPath, [child, dataDir], { env, encoding: "utf8" })
}

test("a document whose reader is killed again and again is read to the end, and no passage is embedded twice", () => {
  for (const point of ["chunked", "stored:1"]) expect(live(point).signal, point).toBe("SIGKILL")
  const { stdout, stderr } = live("")
  expect(stdout, stderr).toBe('{"state":"ready","chunks":80,"embedded":80,"vectors":80}')
  const embedded = readFileSync(join(dataDir, "embedded.txt"), "utf8").trim().split("\n")
  expect(embedded).toHaveLength(80)
  expect(new Set(embedded).size).toBe(80)
}, 120_000)
