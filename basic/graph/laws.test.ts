import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { printProgram } from "../printer/print.ts"
import { legalPrograms, programs } from "../tests/generate/arbitrary.ts"
import { checkLaws, checkReadLaws } from "./laws.ts"

/**
 * With those of the suite about hidden actions 10,000 programs; fast-check prints the seed and the smallest program of
 * a failure. FUZZ_TIMES=20 runs twenty times as many.
 */
const times = Number(process.env.FUZZ_TIMES ?? 1)
const runs = { any: 5000 * times, legal: 3500 * times }

describe("SBX-11: the laws of the pipeline", () => {
  it(
    "hold for programs of every kind, with wrong labels, broken lines and unknown commands",
    () => {
      fc.assert(
        fc.property(programs(), (program) => {
          const text = printProgram(program)
          const { failed } = checkReadLaws(program, { text, ...checkSource(text) })
          if (failed.length > 0) expect({ text, failed }).toEqual({ text, failed: [] })
        }),
        { numRuns: runs.any },
      )
    },
    120_000 * times,
  )

  it(
    "hold for programs without errors, down to the compiled code",
    () => {
      let compiled = 0
      fc.assert(
        fc.property(legalPrograms(), (program) => {
          const text = printProgram(program)
          const { failed, skipped } = checkReadLaws(program, { text, ...checkSource(text) })
          if (failed.length > 0) expect({ text, failed }).toEqual({ text, failed: [] })
          if (skipped.length === 0) compiled += 1
        }),
        { numRuns: runs.legal },
      )
      expect(compiled).toBeGreaterThan(runs.legal * 0.9)
    },
    120_000 * times,
  )

  it("say why a program with an error was not compiled", () => {
    expect(checkLaws("GOTO nowhere\nTALK (")).toMatchObject({
      ok: true,
      skipped: [
        { law: "bundle", message: expect.stringContaining("The program does not compile:") },
      ],
    })
  })

  it("hold for an empty program", () => {
    expect(checkLaws("")).toEqual({ ok: true, skipped: [], failed: [] })
  })
})
