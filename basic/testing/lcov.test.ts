import { describe, expect, it } from "vitest"
import { coverageOf } from "./coverage.ts"
import { parseTests } from "./parse-tests.ts"
import { printLcov } from "./print-lcov.ts"
import { runTests } from "./run-tests.ts"
import { countTaken, percentOf } from "./show-coverage.ts"

const source = `HEAR x AS INTEGER WITH "?"
IF x > 1 THEN
  TALK "many"
END IF
HEAR y AS "A", "B"
IF y = "Z" THEN
  TALK "never"
END IF
`

function cover(tests: string) {
  const readScript = (name: string) => ({ name, source })
  const run = runTests(parseTests(tests).file, { readScript, defaultPath: "bots/a.bas" })
  return coverageOf([run, run])
}

interface LcovRecord {
  readonly file: string
  readonly lines: Map<number, number>
  readonly branches: { line: number; block: number; branch: number; taken: number | null }[]
  readonly totals: Map<string, number>
}

/** Reads an lcov tracefile and refuses what is none. */
function parseLcov(text: string): LcovRecord[] {
  const records: LcovRecord[] = []
  let open: LcovRecord | null = null
  for (const line of text.trimEnd().split("\n")) {
    const [, kind = "", rest = ""] =
      /^(TN|SF|DA|BRDA|BRF|BRH|LF|LH|end_of_record)(?::(.*))?$/.exec(line) ?? []
    if (kind === "") throw new Error(`not lcov: ${line}`)
    const fields = rest.split(",")
    if (kind === "SF") open = { file: rest, lines: new Map(), branches: [], totals: new Map() }
    else if (kind === "end_of_record" && open) records.push(open)
    else if (kind === "DA") open?.lines.set(Number(fields[0]), Number(fields[1]))
    else if (kind === "BRDA") {
      const [at, block, branch] = fields.map(Number) as [number, number, number]
      const taken = fields[3] === "-" ? null : Number(fields[3])
      open?.branches.push({ line: at, block, branch, taken })
    } else if (kind !== "TN" && kind !== "end_of_record") open?.totals.set(kind, Number(rest))
  }
  return records
}

describe("lcov", () => {
  const coverage = cover('TEST "a"\nSAY 5\nTEST "b"\nSAY "x"')

  it("has a record for each script, whose totals are those of its lines and ways", () => {
    const [record, ...others] = parseLcov(printLcov(coverage))
    expect(others).toEqual([])
    expect(record?.file).toBe("bots/a.bas")
    expect([...(record?.lines ?? [])]).toEqual([
      [1, 4],
      [2, 2],
      [3, 2],
      [5, 2],
      [6, 0],
      [7, 0],
    ])
    const taken = record?.branches.filter((branch) => (branch.taken ?? 0) > 0).length
    expect(record?.totals).toEqual(
      new Map([
        ["BRF", 7],
        ["BRH", taken],
        ["LF", 6],
        ["LH", 4],
      ]),
    )
  })

  it("tells a way that was not taken from one whose step was never reached", () => {
    const [record] = parseLcov(printLcov(coverage))
    expect(record?.branches.filter(({ line }) => line === 2).map(({ taken }) => taken)).toEqual([
      2, 0,
    ])
    expect(record?.branches.filter(({ line }) => line === 6).map(({ taken }) => taken)).toEqual([
      null,
      null,
    ])
  })

  it("is empty where nothing was tested", () => {
    expect(printLcov([])).toBe("")
  })
})

describe("per cent", () => {
  it("reach a hundred only when all was taken", () => {
    expect(percentOf({ taken: 999, all: 1000 })).toBe(99)
    expect(percentOf({ taken: 0, all: 0 })).toBe(100)
    expect(percentOf(countTaken([{ count: 0 }, { count: 3 }]))).toBe(50)
  })
})
