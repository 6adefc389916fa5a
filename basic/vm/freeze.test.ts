import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compile } from "../ir/compile.ts"
import { programs } from "../tests/generate/arbitrary.ts"
import { StateError } from "./errors.ts"
import { freeze } from "./freeze.ts"
import { toJson } from "./json.ts"
import { type LoadedProgram, load } from "./load.ts"
import type { VmState } from "./state.ts"
import { runnableSources } from "./testing/grow-source.ts"
import { loadSource, turn } from "./testing/run-source.ts"
import { writeTranscript } from "./testing/transcript.ts"
import { thaw } from "./thaw.ts"
import { beginTurn, createState, resume, run } from "./turn.ts"
import type { Json } from "./value.ts"

const copy = (json: Json): Json => JSON.parse(JSON.stringify(json)) as Json
const refreeze = (state: VmState): VmState => thaw(state.program, copy(freeze(state)))

/** Runs up to the first effect. */
function runToEffect(source: string): { program: LoadedProgram; state: VmState } {
  const program = loadSource(source)
  const state = createState(program)
  beginTurn(state, turn)
  expect(run(program, state).kind).toBe("effect")
  return { program, state }
}

/** Answers the effect and gives what the program returns. */
function finish(program: LoadedProgram, state: VmState, value: Json = null): Json {
  beginTurn(state, turn)
  resume(program, state, { kind: "value", value: value as never })
  const outcome = run(program, state)
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome))
  return toJson(outcome.value)
}

describe("a frozen state", () => {
  it("goes on as if nothing had happened, frozen at every effect of any program that runs", () => {
    fc.assert(
      fc.property(runnableSources, (source) => {
        const program = loadSource(source)
        expect(writeTranscript(program, refreeze)).toEqual(writeTranscript(program))
      }),
      { numRuns: 400 },
    )
  })

  it("goes on as if nothing had happened in any program at all", () => {
    fc.assert(
      fc.property(programs(150), (tree) => {
        const program = load(compile(tree), "hash")
        expect(writeTranscript(program, refreeze)).toEqual(writeTranscript(program))
      }),
      { numRuns: 300 },
    )
  })

  it("keeps one list one list, however many variables and lists hold it, and cycles too", () => {
    const { program, state } = runToEffect(`a = [1]
b = a
o = {"list": a}
o.self = o
TALK "wait"
a[0] = 2
RETURN [b[0], o.self.self.list[0]]`)
    expect(finish(program, refreeze(state))).toEqual([2, 2])
  })

  it("keeps dates, durations and keys that are names of the host", () => {
    const { program, state } = runToEffect(`d = NOW()
t = TODAY()
s = DAYS(2)
o = {"constructor": 1}
o.__proto__ = {"x": 5}
TALK "wait"
RETURN [d & "", t & "", (t + s) & "", o.__proto__.x, o.constructor, o.x]`)
    expect(finish(program, refreeze(state))).toEqual([
      "2026-03-14 15:09:26",
      "2026-03-14",
      "2026-03-16",
      5,
      1,
      null,
    ])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it("holds a list nested a hundred thousand deep", () => {
    const { program, state } = runToEffect(`a = []
FOR i = 1 TO 100000
  a = [a]
NEXT
TALK "wait"
RETURN UBOUND(a)`)
    expect(() => freeze(state)).toThrow(StateError)
    const smaller = runToEffect(`a = []
FOR i = 1 TO 20000
  a = [a]
NEXT
TALK "wait"
n = 0
WHILE UBOUND(a) > 0
  a = a[0]
  n = n + 1
WEND
RETURN n`)
    expect(finish(smaller.program, refreeze(smaller.state))).toBe(20000)
    expect(program).toBeDefined()
  })

  it("takes at most 4 kB for an ordinary chat", () => {
    const { state } = runToEffect(`name = "Ana María Fernández"
email = "ana@example.org"
order = {"id": "T-20260314-417", "items": [{"sku": "A1", "n": 2}, {"sku": "B7", "n": 1}], "total": 129.9}
FOR EACH item IN order.items
  SELECT CASE item.sku
    CASE "A1"
      HEAR answer AS "Yes", "No" WITH "Is " + item.sku + " right, " + name + "?" TIMEOUT 300
  END SELECT
NEXT`)
    expect(JSON.stringify(freeze(state)).length).toBeLessThan(1000)
  })

  it("is refused beyond 1 MB, before it is written", () => {
    const make = (count: number) =>
      runToEffect(`s = "0123456789"
FOR i = 1 TO ${count}
  s = s + s
NEXT
TALK "wait"`).state
    expect(JSON.stringify(freeze(make(16))).length).toBeGreaterThan(600_000)
    expect(() => freeze(make(17))).toThrow(
      "What the conversation must remember is larger than 1000000 bytes.",
    )
    const wide = runToEffect(`s = "éééééééééé"
FOR i = 1 TO 16
  s = s + s
NEXT
TALK "wait"`).state
    expect(() => freeze(wide)).toThrow(StateError)
  })
})

describe("thawing", () => {
  const { program, state } = runToEffect(`a = [1, {"b": TODAY()}]
CALL work(2)
SUB work(x)
  ON ERROR GOTO oops
  GOSUB inner
  EXIT SUB
  inner:
  FOR EACH y IN [1, 2]
    z = [x, GET "u" + y]
  NEXT
  RETURN
  oops:
END SUB`)
  const frozen = freeze(state)

  it("says which program and which format a state belongs to", () => {
    const problemOf = (json: Json) => {
      try {
        thaw(program, json)
        return "none"
      } catch (error) {
        return error instanceof StateError ? error.problem : String(error)
      }
    }
    const fields = frozen as { [key: string]: Json }
    expect(problemOf({ ...fields, h: "other" })).toBe("other_program")
    expect(problemOf({ ...fields, f: 2 })).toBe("other_format")
    expect(problemOf({ ...fields, p: 1 })).toBe("damaged")
    expect(problemOf({ ...fields, k: [] })).toBe("damaged")
    expect(problemOf(null)).toBe("damaged")
    expect(problemOf([])).toBe("damaged")
    expect(problemOf(frozen)).toBe("none")
  })

  it("either refuses damaged JSON with a typed error or runs on without a crash", () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.integer({ min: -5, max: 120 }),
      fc.constantFrom<Json>([0], [1], [99], ["d", 1, 2, 3], ["s", 1], "ready", "done", {}),
    )
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), junk, (path, value) => {
        const damaged = replaceSomewhere(copy(frozen), path, value as Json)
        runDamaged(program, damaged)
      }),
      { numRuns: 5000 },
    )
  })

  it("refuses any JSON it did not write", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(() => thaw(program, json as Json)).toThrow(StateError)
      }),
    )
  })
})

/** Walks into the JSON by the numbers of the path and puts a value where it ends. */
function replaceSomewhere(json: Json, path: readonly number[], value: Json): Json {
  const [first = 0, ...rest] = path
  if (json === null || typeof json !== "object") return value
  const keys = Object.keys(json)
  if (keys.length === 0 || rest.length === 0) return value
  const key = keys[first % keys.length] as string
  if (Array.isArray(json))
    return json.map((item, at) => (String(at) === key ? replaceSomewhere(item, rest, value) : item))
  return { ...json, [key]: replaceSomewhere(json[key] ?? null, rest, value) }
}

function runDamaged(program: LoadedProgram, json: Json): void {
  let state: VmState
  try {
    state = thaw(program, json)
  } catch (error) {
    expect(error).toBeInstanceOf(StateError)
    return
  }
  beginTurn(state, turn, { instructions: 20_000, callDepth: 200, textChars: 1000, cells: 1000 })
  for (let count = 0; count < 20; count++) {
    if (state.status === "waiting") resume(program, state, { kind: "value", value: count })
    if (run(program, state).kind !== "effect") return
  }
}
