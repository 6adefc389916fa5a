import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { printProgram } from "../printer/print.ts"
import { legalPrograms, programs } from "../tests/generate/arbitrary.ts"
import { checkLaws, checkProgramLaws } from "./laws.ts"

/**
 * Together at least 10,000 programs; fast-check prints the seed and the smallest program of a failure.
 * FUZZ_TIMES=10 runs ten times as many.
 */
const times = Number(process.env.FUZZ_TIMES ?? 1)
const runs = { any: 6000 * times, legal: 4000 * times }

describe("SBX-11: the laws of the pipeline", () => {
  it(
    "hold for programs of every kind, with wrong labels, broken lines and unknown commands",
    () => {
      fc.assert(
        fc.property(programs(), (program) => {
          const text = printProgram(program)
          const { failed } = checkProgramLaws(program, checkSource(text).diagnostics)
          expect({ text, failed }).toEqual({ text, failed: [] })
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
          const report = checkProgramLaws(program, checkSource(text).diagnostics)
          expect({ text, failed: report.failed }).toEqual({ text, failed: [] })
          if (report.skipped.length === 0) compiled += 1
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
