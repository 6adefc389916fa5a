/**
 * The acceptance list for irregular scripts: `irregular/rows.txt`, cases by the number of their row, each with
 * what is to be done: A accept silently, W accept with this warning, R reject with this error.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkScripts } from "../analyzer/check-scripts.ts"
import { checkLaws } from "../graph/laws.ts"

interface Row {
  readonly number: number
  readonly verdict: "A" | "W" | "R"
  readonly code: string
  readonly words: string
  readonly source: string
}

const lastRow = 67
const head = /^## (\d+) ([AWR])(?: (\S+))?(?: (.*))?\n/

function readRows(): Row[] {
  const text = readFileSync(join(import.meta.dirname, "irregular", "rows.txt"), "utf8")
  return text.split(/^(?=## )/m).map((part) => {
    const found = head.exec(part)
    if (found === null) throw new Error(`A case begins with its row: ${part.slice(0, 40)}`)
    const [line, number, verdict, code = "", words = ""] = found
    const source = part.slice(line.length)
    return { number: Number(number), verdict: verdict as Row["verdict"], code, words, source }
  })
}

const rows = readRows()

describe("irregular scripts", () => {
  it("are listed row by row, none left out", () => {
    const numbers = new Set(rows.map(({ number }) => number))
    expect([...numbers]).toEqual(Array.from({ length: lastRow }, (_, index) => index + 1))
  })

  it.each(rows)("row $number: $verdict $code, as %j", ({ verdict, code, words, source }) => {
    const others = source.includes("job.bas") ? [{ name: "job", source: "" }] : []
    const [script] = checkScripts([{ name: "start", source }, ...others])
    const diagnostics = script?.diagnostics ?? []
    const found = diagnostics.map((each) => `${each.severity} ${each.code}`)
    if (verdict === "A") return expect(found).toEqual([])
    const severity = verdict === "W" ? "warning" : "error"
    const said = diagnostics.find((each) => each.code === code && each.severity === severity)
    expect(said, found.join(", ")).toBeDefined()
    expect(`${said?.message} ${said?.hint ?? ""}`).toContain(words)
    expect(said?.hint, "what to do instead").toMatch(/\S/)
    if (verdict === "W") expect(found.filter((each) => each.startsWith("error"))).toEqual([])
  })

  it.each(rows)("row $number holds the laws: %j", ({ source }) => {
    expect(checkLaws(source).failed).toEqual([])
  })
})
