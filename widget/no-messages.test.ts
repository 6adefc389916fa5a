import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"

const root = join(import.meta.dirname, "..")
/** Sending to another window, and listening for what another window sends. */
const talk =
  /\bpostMessage\b|BroadcastChannel|(window|self|globalThis)\.(addEventListener\(\s*["']message|onmessage)/

it("XSS-06 the widget and the page around it exchange no messages, so none can be forged", () => {
  const files = ["widget", "sdk", "app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter((file) => talk.test(readFileSync(join(root, file), "utf8")))).toEqual([])
})
