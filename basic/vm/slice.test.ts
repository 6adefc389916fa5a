import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compile } from "../ir/compile.ts"
import { programs } from "../tests/generate/arbitrary.ts"
import { load } from "./load.ts"
import { runnableSources } from "./testing/grow-source.ts"
import { loadSource, turn } from "./testing/run-source.ts"
import { writeTranscript } from "./testing/transcript.ts"
import { beginTurn, createState, run } from "./turn.ts"

describe("slices", () => {
  it("of any size give the same effects, the same end and the same state", () => {
    fc.assert(
      fc.property(runnableSources, fc.integer({ min: 1, max: 400 }), (source, chunk) => {
        const program = loadSource(source)
        expect(writeTranscript(program, undefined, chunk)).toEqual(writeTranscript(program))
      }),
      { numRuns: 400 },
    )
  })

  it("of any size end any program at the same limit", () => {
    fc.assert(
      fc.property(programs(150), fc.integer({ min: 1, max: 400 }), (tree, chunk) => {
        const program = load(compile(tree), "hash")
        expect(writeTranscript(program, undefined, chunk)).toEqual(writeTranscript(program))
      }),
      { numRuns: 200 },
    )
  })

  it("end when the host says so, a few thousand instructions after it did", () => {
    const program = loadSource("x = 0\nDO\nx = x + 1\nLOOP")
    const state = createState(program)
    beginTurn(state, turn)
    let asked = 0
    expect(run(program, state, () => ++asked === 3).kind).toBe("pause")
    expect(state.meter?.spent).toBeLessThan(3 * 5000)
    expect(run(program, state, () => true).kind).toBe("pause")
    expect(run(program, state).kind).toBe("fault")
  })
})
