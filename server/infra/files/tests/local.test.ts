import { mkdtemp, readdir, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import { createLocalFiles } from "../local.ts"
import { describeFiles } from "./conformance.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describeFiles("a folder", async () => createLocalFiles(join(folder, "store")))

it("lets nobody but the owner of the process read, and leaves no drafts behind", async () => {
  const own = join(folder, "own")
  const files = createLocalFiles(own)
  const key = { orgId: newId("org"), blobId: newId("blb") }
  await files.put(key, Uint8Array.of(1))
  const names = await readdir(own, { recursive: true })
  expect(names).toHaveLength(3)
  for (const name of names) expect((await stat(join(own, name))).mode & 0o077).toBe(0)
})
