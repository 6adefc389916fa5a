/**
 * The inline cases: `inline/*.bas`, many tiny programs in a file, parted by empty lines. A comment
 * at the end of a line says what the line does: `' expect: 2` is what it prints or says, and
 * `' error: basic.out_of_range` the code it is reported or fails with.
 */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { createLineMap } from "../source/line-map.ts"
import { runScript } from "./transcript.ts"

const root = join(import.meta.dirname, "inline")

interface Expectation {
  readonly line: number
  readonly kind: "expect" | "error"
  readonly text: string
}

interface InlineCase {
  readonly title: string
  readonly source: string
  readonly expected: readonly Expectation[]
}

function readCases(file: string): InlineCase[] {
  const text = readFileSync(join(root, file), "utf8")
  return text.split(/\n\s*\n/).flatMap((source) => {
    const lines = source.split("\n")
    const expected = lines.flatMap((line, index) => {
      const found = /' (expect|error): ?(.*)$/.exec(line)
      if (found === null) return []
      return [{ line: index + 1, kind: found[1] as Expectation["kind"], text: found[2] ?? "" }]
    })
    const title = lines.find((line) => line.trim() !== "" && !line.startsWith("'")) ?? ""
    return expected.length === 0 ? [] : [{ title: title.trim(), source, expected }]
  })
}

/** What a program really does, in the shape of its expectations. */
function observe({ source, expected }: InlineCase): Expectation[] {
  const map = createLineMap(source)
  const { diagnostics } = checkSource(source)
  const codes = new Set(expected.filter(({ kind }) => kind === "error").map(({ text }) => text))
  const found: Expectation[] = diagnostics
    .filter(({ code, severity }) => severity === "error" || codes.has(code))
    .map(({ code, span }) => ({ line: map.positionAt(span.start).line, kind: "error", text: code }))
  if (diagnostics.some(({ severity }) => severity === "error")) return found
  for (const event of runScript(source, []).events) {
    if (event.kind === "bot" || event.kind === "log")
      found.push({ line: event.line, kind: "expect", text: event.text })
    const isFound = found.some(
      ({ line, text }) => "code" in event && line === event.line && text === event.code,
    )
    if (event.kind === "fault" && !isFound)
      found.push({ line: event.line, kind: "error", text: event.code })
  }
  return found
}

const byLine = (list: readonly Expectation[]) => [...list].sort((a, b) => a.line - b.line)

describe.each(globSync("*.bas", { cwd: root }).sort())("inline/%s", (file) => {
  it.each(readCases(file))("does what it says: $title", (inline) => {
    expect(byLine(observe(inline))).toEqual(byLine(inline.expected))
  })
})
