/**
 * The reference row by row: every shape of the catalogue is read as what it is (`reference/shapes.bas`, with the
 * findings it earns behind a `'`), and every built-in function of its tables is known (`reference/functions.txt`).
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { checkLaws, checkProgramLaws } from "../graph/laws.ts"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, "reference", name), "utf8")

/** Names that nothing sets, and scripts that are not there, are a matter of the line alone. */
const ofTheLine = ["basic.never_set", "basic.missing_script"]

const findingsOf = (source: string): string[] => [
  ...new Set(
    checkSource(source)
      .diagnostics.filter(({ code }) => !ofTheLine.includes(code))
      .map(({ code }) => code.slice("basic.".length)),
  ),
]

const shapes = read("shapes.bas")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [shape = "", codes = ""] = line.split("    ' ")
    return { shape, codes: codes === "" ? [] : codes.split(" ") }
  })

describe("every shape of the catalogue", () => {
  it.each(shapes)("is read, compiled and printed as it is meant: $shape", ({ shape, codes }) => {
    expect(findingsOf(shape)).toEqual(codes)
    expect(checkLaws(shape).failed).toEqual([])
    expect(() => compile(parse(shape).program, undefined, shape)).not.toThrow()
  })

  it("is the same in small letters, with a comment behind it, and inside a block", () => {
    for (const { shape, codes } of shapes) {
      const looks = [
        shape.replace(/^(?:\w+ = )?[A-Z_ ]+/, (words) => words.toLowerCase()),
        `${shape} // why`,
        `IF TRUE = a THEN\r\n\t${shape} ' why\r\nEND IF`,
      ]
      if (/^(?:ON|#|PARAM|IF|STEP)\b|=\s*HEAR\b|^BEGIN/.test(shape)) looks.splice(0, 1)
      for (const look of looks) {
        const { program, diagnostics } = checkSource(look)
        const errors = diagnostics.filter(({ severity }) => severity === "error")
        if (errors.length > 0) expect(errors, look).toEqual([])
        const { failed } = checkProgramLaws(program, diagnostics)
        if (failed.length > 0) expect(failed, look).toEqual([])
      }
      expect(codes).not.toContain("unknown_keyword")
    }
  })
})

describe("the tables of functions", () => {
  const names = read("functions.txt").trim().split(/\s+/)

  it.each(names)("have %s, which scripts call", (name) => {
    expect(findingsOf(`x = ${name}("a", "b", "c")`)).not.toContain("unknown_function")
  })
})
