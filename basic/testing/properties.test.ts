import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { openDocument } from "../graph/document.ts"
import { listSteps } from "../graph/list-steps.ts"
import { emptyLayout } from "../graph/model.ts"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { pretendUnknown } from "../pretend/pretend-unknown.ts"
import { openPreview } from "../pretend/preview.ts"
import { printProgram } from "../printer/print.ts"
import { legalPrograms } from "../tests/generate/arbitrary.ts"
import { createMutator } from "../tests/mutate.ts"
import { CoverageTally, coverageOf } from "./coverage.ts"
import { parseTests } from "./parse-tests.ts"
import { prepareScript } from "./prepare-script.ts"
import { runTests } from "./run-tests.ts"

const limits = { instructions: 50_000, textChars: 20_000, cells: 5000 }
const said = ["yes", "1", "a@b.co", "menu", "stop", "x"]

const play = (bundle: ReturnType<typeof compile>, watch?: CoverageTally) => {
  const preview = openPreview(bundle, { limits, ...(watch && { watch }) })
  preview.start()
  for (const text of said) {
    preview.send({ text })
    preview.skipTime(100)
  }
  return preview.events
}

/** The outlets the canvas draws, as `step key`. A command's failure that leads nowhere is no way of the program. */
function listCanvasOutlets(source: string): Set<string> {
  const document = openDocument(source, emptyLayout)
  const paths = listSteps(document.program).map(({ path }) => path)
  const pathOf = new Map(document.layout.stepIds.map((id, index) => [id, paths[index] ?? ""]))
  return new Set(
    document.flows.flatMap(({ groups }) =>
      groups.flatMap(({ steps }) =>
        steps.flatMap(({ id, outlets }) => outlets.map(({ key }) => `${pathOf.get(id)} ${key}`)),
      ),
    ),
  )
}

const isDrawnOnly = (outlet: string): boolean => / (failed|goto)$/.test(outlet)

const sources = ["tests/*/*/input.bas", "testing/cases/*/case.bas", "../templates/*/*.bas"]
  .flatMap((pattern) => globSync(pattern, { cwd: join(import.meta.dirname, "..") }))
  .filter((file) => !file.endsWith(".test.bas"))
  .sort()
  .map((file) => readFileSync(join(import.meta.dirname, "..", file), "utf8"))

describe("coverage", () => {
  it("names the outlets of the canvas, under the same keys, and no others", () => {
    for (const source of sources) {
      const script = prepareScript({ name: "x", source })
      if (script.kind === "broken") continue
      const counted = new Set(script.outlets.map(({ stepId, key }) => `${stepId} ${key}`))
      const drawn = listCanvasOutlets(source)
      expect(
        [...counted].filter((outlet) => !drawn.has(outlet)),
        source,
      ).toEqual([])
      const left = [...drawn].filter((outlet) => !counted.has(outlet) && !isDrawnOnly(outlet))
      expect(left, source).toEqual([])
    }
  })

  it("of any program counts its own steps and ways, and never more", () => {
    fc.assert(
      fc.property(legalPrograms(150), (program) => {
        const source = printProgram(program)
        const script = prepareScript({ name: "x", source })
        if (script.kind === "broken") return
        const steps = new Set(listSteps(program).map(({ path }) => path))
        const tally = new CoverageTally(script)
        play(script.bundle, tally)
        const [coverage] = coverageOf([{ results: [], tallies: [tally] }])
        expect(coverage?.steps.length).toBeLessThanOrEqual(steps.size)
        for (const { id } of coverage?.steps ?? []) expect(steps, source).toContain(id)
        for (const { stepId } of coverage?.outlets ?? []) expect(steps, source).toContain(stepId)
        const known = new Set(coverage?.steps.map(({ id }) => id))
        for (const key of tally.counts.keys()) {
          const [, owner = key] = /^!?(.+)[! ][^! ]+$/.exec(key) ?? []
          expect(steps, key).toContain(owner)
          expect(known.has(key) || owner !== key, key).toBe(true)
        }
      }),
      { numRuns: 100, seed: 3 },
    )
  }, 60_000)

  it("leaves a conversation with any program as it is without the marks", () => {
    const check = (source: string) => {
      const script = prepareScript({ name: "x", source })
      if (script.kind === "broken") return
      const { program } = parse(source)
      const both = [play(compile(pretendUnknown(program), undefined, source)), play(script.bundle)]
      // Marks cost instructions, so what is used up by them may end earlier.
      if (!/_limit"/.test(JSON.stringify(both))) expect(both[1], source).toEqual(both[0])
    }
    sources.forEach(check)
    fc.assert(
      fc.property(legalPrograms(150), (program) => check(printProgram(program))),
      { numRuns: 100, seed: 5 },
    )
  }, 60_000)
})

const samples = globSync("{basic/testing/cases/*,templates/*}/*.test.bas", {
  cwd: join(import.meta.dirname, "../.."),
}).map((file) => readFileSync(join(import.meta.dirname, "../..", file), "utf8"))

describe("hostile files", () => {
  it("of any kind are read without an exception, and run to an end", () => {
    const mutator = createMutator(7)
    const script = { name: "x", source: sources.at(-1) ?? "" }
    const readScript = () => script
    for (let count = 0; count < 600; count++) {
      const text = count % 3 === 0 ? mutator.randomText(40) : mutator.damage(samples)
      const { file, diagnostics } = parseTests(`TEST "x"\n${text}`)
      for (const { span } of diagnostics) expect(span.start).toBeLessThanOrEqual(span.end)
      const { results } = runTests(file, { readScript, defaultPath: "x" })
      expect(results).toHaveLength(file.tests.length)
    }
  }, 60_000)

  it.each([
    ["a line of a million brackets", `EXPECT ${"(".repeat(1_000_000)}`],
    ["a hundred thousand lines that are none", "FROB 1\n".repeat(100_000)],
    ["a hundred thousand tests", 'TEST "x"\nSAY "a"\n'.repeat(50_000)],
    ["a text beyond the limit", " ".repeat(2_000_001)],
  ])("with %s are read in a bounded time", (_, source) => {
    const { diagnostics } = parseTests(source)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(diagnostics.length).toBeLessThanOrEqual(500)
  })

  it("cannot make a line run for ever, or reach out", () => {
    const lines = ['SAY REPEAT("x", 1000000000)', 'SAY GET "https://x.example"', "SKIP 1e300 DAYS"]
    const { file } = parseTests(lines.map((line, at) => `TEST "${at}"\n${line}`).join("\n"))
    const readScript = (name: string) => ({ name, source: "HEAR x" })
    const { results } = runTests(file, { readScript, defaultPath: "x" })
    expect(results.map(({ isPassed }) => isPassed)).toEqual([false, false, true])
  })
})
