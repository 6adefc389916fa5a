import { expect, test } from "vitest"
import { safePath } from "./safe-path.ts"

test("a path of this site is where a person goes after signing in", () => {
  expect(safePath("/bots/bot_1?tab=source")).toBe("/bots/bot_1?tab=source")
  expect(safePath("/invite/abc")).toBe("/invite/abc")
})

test("nothing leads to another site after signing in", () => {
  const elsewhere = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/a\\..\\b",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    "",
    null,
    undefined,
  ]
  for (const path of elsewhere) expect(safePath(path)).toBe("/bots")
})
