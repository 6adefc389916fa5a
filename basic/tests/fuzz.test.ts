import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { equalAst } from "../ast/equal.ts"
import type { Program } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"
import { parse } from "../parser/parse.ts"
import { printProgram } from "../printer/print.ts"
import { createMutator } from "./mutate.ts"

const samples = globSync("*/*/input.bas", { cwd: import.meta.dirname })
  .sort()
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))

/** A line that cannot be read may read differently in new surroundings; the law is for the rest. */
function isReadable(program: Program): boolean {
  let isClean = true
  walkProgram(program, {
    statement: ({ kind }) => {
      if (kind === "BrokenStatement") isClean = false
    },
    expression: ({ kind }) => {
      if (kind === "ErrorExpression") isClean = false
    },
  })
  return isClean
}

function findLawBreaker(source: string): string | null {
  const { program } = parse(source)
  const printed = printProgram(program)
  if (!isReadable(program)) return null
  const again = parse(printed).program
  return equalAst(program, again) && printProgram(again) === printed ? null : source
}

describe("whatever the text", () => {
  it("the parser, the analyzer and the printer never throw on random characters", () => {
    const mutator = createMutator(1)
    for (let count = 0; count < 200; count++) {
      const source = mutator.randomText(120)
      expect(() => printProgram(checkSource(source).program), source).not.toThrow()
    }
  })

  it("never throw on programs with damage, and print what they read so that it reads the same", () => {
    const mutator = createMutator(2)
    for (let count = 0; count < 300; count++) {
      const source = mutator.damage(samples)
      expect(() => checkSource(source), source).not.toThrow()
      expect(findLawBreaker(source)).toBeNull()
    }
  })

  it("never throw on every prefix of a program", () => {
    const source = samples.join("\n").slice(0, 1500)
    for (let end = 0; end < source.length; end += 5)
      expect(() => printProgram(checkSource(source.slice(0, end)).program)).not.toThrow()
  })
})

const repeat = (piece: string, length = 200_000) => piece.repeat(Math.ceil(length / piece.length))

describe("hostile texts", () => {
  const hostile: readonly (readonly [string, string])[] = [
    ["100,000 open parentheses", `x = ${"(".repeat(100_000)}`],
    ["open lists", `x = ${repeat("[")}`],
    ["open objects", `x = ${repeat("{a:")}`],
    ["interpolations in interpolations", `x = "${repeat('${"')}"`],
    ["unclosed interpolations", `x = "${repeat("${")}"`],
    ["unclosed texts", repeat('TALK """\n')],
    ["unclosed text blocks", repeat("BEGIN TALK\n")],
    ["unclosed tables", repeat("TABLE a\n")],
    ["unclosed blocks", repeat("IF a THEN\n")],
    ["blocks that close nothing", repeat("END IF\n")],
    ["a sum without an end", `x = ${repeat("1 + ")}1`],
    ["signs", `x = ${repeat("- ")}1`],
    ["commands inside commands", `x = ${repeat("GET ")}`],
    ["IF inside IF on one line", repeat("IF a THEN ")],
    ["conditions inside conditions", `x = ${repeat("a ? b : ")}c`],
    ["members of members", `x = a${repeat(".b")}`],
    ["words no definition knows", repeat('FOO "x"\n')],
    ["commas", `x = [${repeat("1,")}`],
  ]

  it.each(hostile)("are read in linear time without an overflow: %s", (_, source) => {
    const started = performance.now()
    const { program } = checkSource(source)
    expect(printProgram(program).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it("are refused with one sentence when they are longer than a script may be", () => {
    const { program, diagnostics } = parse(repeat("TALK 1\n", 10_000_000))
    expect(diagnostics.map(({ code }) => code)).toEqual(["basic.source_too_long"])
    expect(program.body.statements).toHaveLength(1)
  })
})
