import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { equalAst } from "../ast/equal.ts"
import { parse } from "./parse.ts"

const root = join(import.meta.dirname, "..", "tests")
const sources = globSync("*/*/input.bas", { cwd: root }).sort()

describe("line breaks", () => {
  it.each(sources)("of every kind read the same, in %s", (file) => {
    const source = readFileSync(join(root, file), "utf8").replace(/\r\n?/g, "\n")
    const { program } = parse(source)
    for (const lineBreak of ["\r\n", "\r"])
      expect(equalAst(parse(source.replaceAll("\n", lineBreak)).program, program)).toBe(true)
  })
})
