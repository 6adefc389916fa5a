import fc from "fast-check"
import { expect, it } from "vitest"
import { compile } from "../ir/compile.ts"
import { printProgram } from "../printer/print.ts"
import { legalPrograms } from "../tests/generate/arbitrary.ts"
import { openPreview } from "./preview.ts"

const inputs = fc.array(
  fc.oneof(
    fc.record({
      text: fc.oneof(fc.constantFrom("yes", "1", "a@b.co", "menu", "stop"), fc.string()),
    }),
    fc.record({ choice: fc.constantFrom("a", "Yes", "1") }),
    fc.constant({ skip: 100 }),
  ),
  { maxLength: 8 },
)
/** Small, so that a program that never ends is stopped soon. */
const limits = { instructions: 100_000, textChars: 20_000, cells: 5000 }

it("any program that compiles, given anything, only ever adds events and keeps its word about waiting", () => {
  fc.assert(
    fc.property(legalPrograms(200), inputs, (program, given) => {
      const play = () => {
        const preview = openPreview(compile(program), { limits })
        preview.start()
        for (const input of given) {
          if ("skip" in input) preview.skipTime(input.skip)
          else preview.send(input)
          expect(preview.waiting === null).toBe(preview.status === "ended")
          for (const { name } of preview.variables) expect(name).not.toBe("")
        }
        return preview.events
      }
      const events = play()
      expect(JSON.parse(JSON.stringify(events)), printProgram(program)).toEqual(events)
      expect(play()).toEqual(events)
    }),
    { numRuns: 400, seed: 1 },
  )
}, 60_000)
