import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { checkFolder } from "./check-start.ts"

test("a folder is made with all those above it", async () => {
  const base = mkdtempSync(join(tmpdir(), "botwright-folder-"))
  await checkFolder(join(base, "a", "b", "c"))
  expect(existsSync(join(base, "a", "b", "c"))).toBe(true)
  rmSync(base, { recursive: true })
})

test.runIf(process.platform === "linux")(
  "a place where nothing can be made is refused in words instead of being tried for ever",
  async () => {
    await expect(checkFolder("/proc/botwright/data")).rejects.toThrow(
      /cannot be written \(ENOENT\)/,
    )
  },
)
