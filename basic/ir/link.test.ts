import { describe, expect, it } from "vitest"
import { parse } from "../parser/parse.ts"
import { findEntry } from "../vm/entries.ts"
import { freeze } from "../vm/freeze.ts"
import { fromJson, toJson } from "../vm/json.ts"
import { load } from "../vm/load.ts"
import { matchMessage } from "../vm/open-scripts.ts"
import { turn } from "../vm/testing/run-source.ts"
import { thaw } from "../vm/thaw.ts"
import { beginTurn, createState, interrupt, resume, run } from "../vm/turn.ts"
import type { Json } from "../vm/value.ts"
import { readVariables } from "../vm/variables.ts"
import { compile } from "./compile.ts"
import { link } from "./link.ts"

const linkSources = (sources: Readonly<Record<string, string>>) =>
  load(
    link(
      Object.entries(sources).map(([name, source]) => ({
        name,
        program: parse(source).program,
        source,
      })),
    ),
    "hash",
  )

/** Runs to the end, writing and reading the state at every effect; answers come in order. */
function runSources(
  sources: Readonly<Record<string, string>>,
  {
    answers = [],
    entry = 0,
    inputs = {},
  }: { answers?: readonly Json[]; entry?: number; inputs?: Record<string, Json> } = {},
) {
  const program = linkSources(sources)
  const given = Object.entries(inputs).map(([name, json]) => [name, fromJson(json)] as const)
  let state = createState(program, Object.fromEntries(given), entry)
  const said: string[] = []
  const effects: { keyword: string; operands: unknown; step: string }[] = []
  const left = [...answers]
  for (;;) {
    beginTurn(state, turn)
    const outcome = run(program, state)
    if (outcome.kind === "fault") return { said, effects, fault: outcome.fault, state }
    if (outcome.kind === "done") return { said, effects, value: toJson(outcome.value), state }
    if (outcome.kind === "pause") continue
    const { keyword, operands, step } = outcome.effect
    effects.push({ keyword, operands, step: program.bundle.debug.steps[step] ?? "" })
    state = thaw(program, JSON.parse(JSON.stringify(freeze(state))) as Json)
    if (keyword === "TALK") said.push(String(operands.text))
    const answer = keyword === "HEAR" ? (left.shift() ?? null) : null
    resume(program, state, { kind: "value", value: fromJson(answer) })
  }
}

describe("a call of another script", () => {
  it("gives the value that the script returns, in every spelling", () => {
    const other = 'RETURN "from other"'
    for (const call of [
      'x = CALL "other.bas"',
      'x = CALL "other"',
      'x = CALL "./OTHER.BAS"',
      "x = CALL other",
      'x = RUN "other.bas"',
      'n = "other"\nx = CALL n',
      'x = CALL "oth" + "er.bas"',
    ])
      expect(runSources({ start: `${call}\nRETURN x`, "other.bas": other }).value, call).toBe(
        "from other",
      )
  })

  it("runs as a statement, by path and by name, and goes on behind it", () => {
    const start = 'CALL "other.bas"\nCALL other\nRUN "other"\nTALK "end"'
    expect(runSources({ start, other: 'TALK "in"' }).said).toEqual(["in", "in", "in", "end"])
  })

  it("leaves the variables of both scripts alone", () => {
    const start = 'x = 1\nCALL "other"\nRETURN x'
    const other = "y = x\nx = 2\nRETURN y"
    expect(runSources({ start, other }).value).toBe(1)
    expect(runSources({ start: 'x = 1\nRETURN CALL "other"', other }).value).toBeNull()
  })

  it("begins anew each time, and may call itself", () => {
    const counting = "n = (n OR 0) + 1\nRETURN n"
    const start = 'a = CALL "other"\nb = CALL "other"\nRETURN a + b'
    expect(runSources({ start, other: counting }).value).toBe(2)
    const start2 = 'SET SESSION "depth", 0\nCALL "down"\nTALK "up"'
    const down = 'HEAR n\nIF n > 0 THEN\nCALL "down"\nEND IF\nTALK n'
    const { said } = runSources({ start: start2, down }, { answers: [2, 1, 0] })
    expect(said).toEqual(["0", "1", "2", "up"])
  })

  it("ends with EXIT wherever that stands, and the caller goes on", () => {
    const other = 'leave()\nTALK "never"\nSUB leave()\nEXIT\nEND SUB'
    expect(runSources({ start: 'CALL "other"\nTALK "on"', other }).said).toEqual(["on"])
  })

  it("lets its errors be caught by the caller, whose variables are as they were", () => {
    const other = "x = 5\nRETURN 1 / 0"
    const start = 'x = 1\nON ERROR RESUME NEXT\nCALL "other"\nTALK ERROR MESSAGE\nRETURN x'
    const { said, value } = runSources({ start, other })
    expect(said[0]).toContain("zero")
    expect(value).toBe(1)
  })

  it("reaches only its own procedures and labels", () => {
    const start = 'CALL "other"\nRETURN twice(4)\nFUNCTION twice(n)\nRETURN n * 2\nEND FUNCTION'
    const other = 'GOTO done\ndone:\ntwice()\nRETURN 1\nSUB twice()\nTALK "other\'s"\nEND SUB'
    const { said, value } = runSources({ start, other })
    expect(said).toEqual(["other's"])
    expect(value).toBe(8)
  })

  it("names its steps with the script's name", () => {
    const { effects } = runSources({ start: 'CALL "tools/add"\nTALK 1', "tools/add.bas": "TALK 2" })
    expect(effects.map(({ step }) => step)).toEqual(["tools/add#0", "1"])
  })

  it("of what is not there becomes an effect of the host", () => {
    const { effects } = runSources({ start: 'CALL "gone.bas", 1\nx = "lost"\nCALL x + "", 2' })
    expect(effects).toMatchObject([
      { keyword: "CALL", operands: { path: "gone.bas", args: [1] } },
      { keyword: "CALL", operands: { path: "lost", args: [2] } },
    ])
  })

  it("finds a file in a folder by its name alone unless two have it", () => {
    const call = { start: 'RETURN CALL "add"', "a/add": "RETURN 1" }
    expect(runSources(call).value).toBe(1)
    const { effects } = runSources({ ...call, "b/add": "RETURN 2" })
    expect(effects[0]?.keyword).toBe("CALL")
  })
})

describe("INCLUDE", () => {
  it("puts statements and procedures of a script in its place, once", () => {
    const library = "rate = 3\nFUNCTION tax(n)\nRETURN n * rate\nEND FUNCTION"
    const start = 'INCLUDE "library.bas"\nINCLUDE "library"\nRETURN tax(2)'
    expect(runSources({ start, library }).value).toBe(6)
  })

  it("leaves what the script declares to that script, so that events keep their numbers", () => {
    const library = 'DESCRIPTION "A"\nON EVENT "a"\nTALK "library"\nEND ON\nx = 1'
    const start = 'DESCRIPTION "B"\nINCLUDE "library"\nON EVENT "b"\nTALK "start"\nEND ON\nTALK x'
    const { bundle } = linkSources({ start, library })
    const entry = findEntry(bundle, { script: "start", procedure: "on:0" }) as number
    expect(runSources({ start, library }, { entry }).said).toEqual(["start"])
    const other = findEntry(bundle, { script: "library", procedure: "on:0" }) as number
    expect(runSources({ start, library }, { entry: other }).said).toEqual(["library"])
    expect(runSources({ start, library }).said).toEqual(["1"])
  })

  it("does not go round in circles", () => {
    const sources = { start: 'INCLUDE "a"\nRETURN x', a: 'INCLUDE "b"\nx = 1', b: 'INCLUDE "a"' }
    expect(runSources(sources).value).toBe(1)
  })

  it("keeps the names of the steps where they were written", () => {
    const { effects } = runSources({ start: 'INCLUDE "a"\nTALK 2', a: "TALK 1" })
    expect(effects.map(({ step }) => step.split("#")[0])).toEqual(["a", "1"])
  })
})

describe("ON MESSAGE across scripts", () => {
  const sources = {
    start:
      'ON MESSAGE "menu", "help" GOTO menu\nCALL "ask"\nTALK "after"\nEXIT\nmenu:\nTALK "menu"',
    ask: 'ON MESSAGE "help" GOTO help\nx = 1\nHEAR x\nEXIT\nhelp:\nTALK "help of ask"',
  }
  const send = (text: string): string[] => {
    const program = linkSources(sources)
    const state = createState(program)
    beginTurn(state, turn)
    run(program, state)
    const handler = matchMessage(program, text, () => state)
    if (handler === null) return ["nobody"]
    interrupt(program, state, handler)
    const said: string[] = []
    for (;;) {
      const outcome = run(program, state)
      if (outcome.kind !== "effect") return said
      said.push(String(outcome.effect.operands.text))
      resume(program, state, { kind: "value", value: null })
    }
  }

  it("is answered by the innermost open script that knows the words", () => {
    expect(send("help")).toEqual(["help of ask", "after"])
    expect(send("menu")).toEqual(["menu"])
    expect(send("other")).toEqual(["nobody"])
  })
})

describe("a run of something else than the entry", () => {
  const sources = {
    start: 'TALK "start"',
    other: "HEAR y\nRETURN x + y + more()\nFUNCTION more()\nRETURN 100\nEND FUNCTION",
  }

  it("begins at a script, with inputs, and goes on after its state was stored", () => {
    const entry = findEntry(linkSources(sources).bundle, { script: "other.bas" }) as number
    expect(runSources(sources, { entry, inputs: { X: 1 }, answers: [2] }).value).toBe(103)
  })

  it("begins at a procedure, and shows the variables of its script", () => {
    const { bundle } = linkSources(sources)
    const entry = findEntry(bundle, { script: "other", procedure: "More" }) as number
    const { value, state } = runSources(sources, { entry })
    expect(value).toBe(100)
    expect(readVariables(state).map(({ name }) => name)).toEqual(["y", "x"])
  })

  it("is not found where there is none", () => {
    const { bundle } = linkSources(sources)
    expect(findEntry(bundle, { script: "gone" })).toBeNull()
    expect(findEntry(bundle, { script: "start", procedure: "more" })).toBeNull()
    expect(findEntry(compile(parse("").program), { script: "start.bas" })).toBe(0)
  })
})

it("a bundle of one script is the same whatever the script is called", () => {
  const source = 'PARAM a AS STRING\nx = 1\nON MESSAGE "a" GOTO b\nb:\nTALK x'
  const { program } = parse(source)
  expect(link([{ name: "welcome.bas", program, source }])).toEqual(
    compile(program, undefined, source),
  )
})

it("refuses a frozen state that puts aside what no script has", () => {
  const program = linkSources({ start: 'CALL "ask"', ask: "x = 1\nHEAR x" })
  const state = createState(program)
  beginTurn(state, turn)
  run(program, state)
  const frozen = freeze(state) as Record<string, Json>
  for (const s of [
    [],
    [[3]],
    [[0, 1]],
    [[3, null, 5]],
    "x",
    [
      [3, null],
      [3, null],
    ],
  ])
    expect(() => thaw(program, { ...frozen, s }), JSON.stringify(s)).toThrow()
  expect(() => thaw(program, { ...frozen, t: 9 })).toThrow()
})

describe("ALLOW ROLE", () => {
  const runAs = (source: Readonly<Record<string, string>>, isLetIn: boolean) => {
    const program = linkSources(source)
    const state = createState(program)
    beginTurn(state, turn)
    const seen: unknown[] = []
    for (;;) {
      const outcome = run(program, state)
      if (outcome.kind !== "effect") return { seen, outcome }
      const { keyword, operands } = outcome.effect
      seen.push(keyword === "ALLOW ROLE" ? operands.roles : keyword)
      resume(
        program,
        state,
        isLetIn || keyword !== "ALLOW ROLE"
          ? { kind: "value", value: null }
          : { kind: "failed", code: "basic.role_missing", message: "No." },
      )
    }
  }

  it("is asked before the first line, wherever it stands", () => {
    const start =
      'ON ERROR RESUME NEXT\nTALK 1\nALLOW ROLE "desk; boss"\nIF x THEN\nALLOW ROLE "it"\nEND IF'
    expect(runAs({ start }, true).seen).toEqual([["desk", "boss", "it"], "TALK"])
    const refused = runAs({ start }, false)
    expect(refused.seen).toEqual([["desk", "boss", "it"]])
    expect(refused.outcome.kind).toBe("fault")
  })

  it("closes a script to a caller, who may go on without it", () => {
    const start = "ON ERROR RESUME NEXT\nCALL secret\nTALK 1"
    const secret = 'ALLOW ROLE "desk"\nPRINT "seen"'
    expect(runAs({ start, secret }, false).seen).toEqual([["desk"], "TALK"])
  })
})

it("settings of the bot are set in every script each time it begins, and may be changed for as long as it runs", () => {
  const program = linkSources({
    start: 'a = CALL "other"\nRATE = 1\nb = CALL "other"\nRETURN [a, b, rate]',
    other: "HEAR x\nrate = rate + 1\nRETURN rate",
  })
  let state = createState(program, {}, 0, { Rate: 20, unknown: 1 })
  for (;;) {
    beginTurn(state, turn)
    const outcome = run(program, state)
    if (outcome.kind !== "effect") {
      expect(outcome).toMatchObject({ kind: "done" })
      if (outcome.kind === "done") expect(toJson(outcome.value)).toEqual([21, 21, 1])
      return
    }
    state = thaw(program, JSON.parse(JSON.stringify(freeze(state))) as Json)
    resume(program, state, { kind: "value", value: null })
  }
})
