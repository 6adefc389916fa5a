import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { openDocument } from "../graph/document.ts"
import { type ListedStep, listSteps } from "../graph/list-steps.ts"
import { emptyLayout, type FlowDocument } from "../graph/model.ts"
import { startHear } from "../hear/wait.ts"
import { link } from "../ir/link.ts"
import { freeze } from "./freeze.ts"
import { type LoadedProgram, load } from "./load.ts"
import { type MoveTable, moveState } from "./move-state.ts"
import { runnableSources } from "./testing/grow-source.ts"
import { loadSource, turn } from "./testing/run-source.ts"
import { writeTranscript } from "./testing/transcript.ts"
import { thaw } from "./thaw.ts"
import { beginTurn, createState, resume, run } from "./turn.ts"
import type { Json } from "./value.ts"

const unchanged: MoveTable = { steps: {}, variables: {} }

type Texts = Readonly<Record<string, string>>
interface Version {
  readonly program: LoadedProgram
  readonly documents: ReadonlyMap<string, FlowDocument>
}

/** A bot as it is published; with the version before it, whose step ids are carried over. */
function publish(texts: Texts, before?: Version): Version {
  const documents = new Map(
    Object.entries(texts).map(([name, source]) => {
      const old = before?.documents.get(name)
      return [name, openDocument(source, old?.layout ?? emptyLayout, old)]
    }),
  )
  const bundle = link(
    [...documents].map(([name, { program, layout, source }]) => {
      const steps: readonly ListedStep[] = listSteps(program)
      const ids = new Map(steps.map(({ statement }, at) => [statement, layout.stepIds[at] ?? ""]))
      return { name, program, source, stepIds: (statement) => ids.get(statement) ?? "" }
    }),
  )
  return { program: load(bundle, JSON.stringify(texts)), documents }
}

interface Stand {
  readonly said: string[]
  readonly frozen: Json
  readonly end: string | null
}

/** Runs on until a question or the end; TALK is noted, anything else gives null. */
function drive(program: LoadedProgram, frozen: Json | null, answer?: string): Stand {
  const state = frozen === null ? createState(program) : thaw(program, frozen)
  const said: string[] = []
  beginTurn(state, turn)
  if (answer !== undefined) resume(program, state, { kind: "value", value: answer })
  for (;;) {
    const outcome = run(program, state)
    if (outcome.kind === "done") return { said, frozen: null, end: "done" }
    if (outcome.kind === "fault") return { said, frozen: null, end: outcome.fault.message }
    if (outcome.kind === "pause") continue
    const { keyword, operands } = outcome.effect
    if (keyword === "HEAR") {
      const { prompt } = startHear(operands)
      if (prompt !== null) said.push(prompt)
      return { said, frozen: freeze(state), end: null }
    }
    if (keyword === "TALK") said.push(String(operands.text))
    resume(program, state, { kind: "value", value: null })
  }
}

/** Answers the questions of the old version, moves, and answers one more in the new. */
function moveAfter(
  before: Texts,
  after: Texts,
  answers: readonly string[],
  next: string,
  table: MoveTable = unchanged,
) {
  const old = publish(before)
  const fresh = publish(after, old)
  let stand = drive(old.program, null)
  for (const answer of answers) stand = drive(old.program, stand.frozen, answer)
  const moved = moveState(old.program, fresh.program, stand.frozen, table)
  if (!moved.ok) return moved
  const { said, end } = drive(fresh.program, moved.state, next)
  return { said, end }
}

const one = (source: string) => ({ start: source })

describe("a conversation that waits at a question", () => {
  it("goes on in the new version behind the same question, with what it was told", () => {
    const moved = moveAfter(
      one('HEAR name WITH "Name?"\nHEAR size WITH "Size?"\nTALK name & " takes " & size'),
      one(
        'TALK "Welcome"\nHEAR name WITH "Name?"\nHEAR size WITH "Which size?"\nTALK "Thanks " & name & ", " & size',
      ),
      ["Ana"],
      "large",
    )
    expect(moved).toEqual({ said: ["Thanks Ana, large"], end: "done" })
  })

  it("keeps a variable that was renamed, by the table", () => {
    const before = one('HEAR name WITH "Name?"\nHEAR size WITH "Size?"\nTALK name')
    const after = one('HEAR person WITH "Name?"\nHEAR size WITH "Size?"\nTALK person & "!"')
    const table = { steps: {}, variables: { NAME: "person" } }
    expect(moveAfter(before, after, ["Ana"], "x", table)).toEqual({ said: ["Ana!"], end: "done" })
    expect(moveAfter(before, after, ["Ana"], "x")).toEqual({ said: ["!"], end: "done" })
  })

  it("goes to another question where the table names one", () => {
    const before = one('HEAR a WITH "First?"\nTALK "one " & a')
    const after = one('TALK "Hi"\nTALK "two"\nHEAR b WITH "Second?"\nTALK "went on"')
    const old = publish(before)
    const fresh = publish(after)
    const { frozen } = drive(old.program, null)
    const step = fresh.documents.get("start")?.layout.stepIds[2] ?? ""
    expect(moveState(old.program, fresh.program, frozen, unchanged)).toMatchObject({
      problem: "question_gone",
    })
    const table = { steps: { s1: step }, variables: { a: "b" } }
    const moved = moveState(old.program, fresh.program, frozen, table)
    expect(moved.ok && drive(fresh.program, moved.state, "x").said).toEqual(["went on"])
  })

  it("stays where it is when its question was removed, and says which", () => {
    const moved = moveAfter(
      one('HEAR a WITH "Old?"\nTALK "old " & a\nTALK "end"'),
      one('TALK "no question any more"\nTALK "end"'),
      [],
      "x",
    )
    expect(moved).toEqual({ ok: false, problem: "question_gone", step: "s1" })
  })

  it("stays where it is when it waits for something else than an answer", () => {
    const old = publish(one('TALK "a"\nWAIT 5\nTALK "b"'))
    const state = createState(old.program)
    beginTurn(state, turn)
    run(old.program, state)
    resume(old.program, state, { kind: "value", value: null })
    run(old.program, state)
    expect(moveState(old.program, old.program, freeze(state), unchanged)).toMatchObject({
      problem: "not_asking",
    })
  })
})

describe("a move into the same program", () => {
  it("changes nothing, at whatever question of any program it happens", () => {
    let moves = 0
    // The last line is the frozen state, where what loops that are over left in their slots is seen.
    const listSeen = (lines: readonly Json[]) => lines.slice(0, -1)
    fc.assert(
      fc.property(runnableSources, (source) => {
        const program = loadSource(source)
        const hop = writeTranscript(program, (state) => {
          const moved = moveState(program, program, freeze(state), unchanged)
          if (moved.ok) moves++
          return moved.ok ? thaw(program, moved.state) : state
        })
        expect(listSeen(hop)).toEqual(listSeen(writeTranscript(program)))
      }),
      { numRuns: 150 },
    )
    expect(moves).toBeGreaterThan(100)
  })
})

describe("what lies around the question", () => {
  const loop = (extra: string, word: string) =>
    one(`FOR i = 1 TO 2
${extra}FOR EACH x IN ["a", "b"]
HEAR y WITH "y?"
TALK "${word}" & i & x & y
NEXT
NEXT
TALK "end"`)

  it("loops go on with the round they are in", () => {
    const moved = moveAfter(loop("", "old "), loop('TALK "more"\n', "new "), ["1", "2", "3"], "4")
    expect(moved).toEqual({ said: ["new 2b4", "end"], end: "done" })
  })

  it("a loop that was put around the question is no place to be moved into", () => {
    const moved = moveAfter(
      one('HEAR y WITH "y?"\nTALK y'),
      one('FOR i = 1 TO 2\nHEAR y WITH "y?"\nTALK y\nNEXT'),
      [],
      "x",
    )
    expect(moved).toMatchObject({ ok: false })
  })

  it("procedures come back to where they were called, GOSUB and ON ERROR too", () => {
    const text = (word: string, first: string) =>
      one(`${first}ON ERROR GOTO oops
CALL outer("p")
GOSUB part
TALK "${word} end"
EXIT
part:
HEAR z WITH "z?"
TALK "${word} z" & z
THROW "no"
RETURN
oops:
TALK "${word} oops"
EXIT
SUB outer(p)
  HEAR y WITH "y?"
  TALK "${word} " & p & y
END SUB`)
    const inProcedure = moveAfter(text("old", ""), text("new", 'TALK "hi"\n'), [], "1")
    expect(inProcedure).toEqual({ said: ["new p1", "z?"], end: null })
    const inGosub = moveAfter(text("old", ""), text("new", 'TALK "hi"\n'), ["1"], "2")
    expect(inGosub).toMatchObject({ said: ["new z2", "new oops"] })
  })

  it("a call that is gone cannot be come back to", () => {
    const text = (call: string) =>
      one(`${call}\nTALK "end"\nSUB ask()\nHEAR y WITH "y?"\nTALK y\nEND SUB`)
    expect(moveAfter(text("CALL ask()"), text('TALK "no call"'), [], "x")).toMatchObject({
      ok: false,
      problem: "way_gone",
    })
  })

  it("flows that were called keep what they put aside, when another flow has come between", () => {
    const before = {
      start: 'n = "mine"\nr = CALL "ask", "Who?"\nTALK n & " " & r',
      ask: 'PARAM q AS STRING\nn = "theirs"\nHEAR a WITH q\nRETURN a & n',
    }
    const after = {
      start: 'extra = 1\nn = "mine"\nr = CALL "ask", "Who?"\nTALK "new " & n & " " & r',
      other: 'TALK "between"',
      ask: 'PARAM q AS STRING\nk = 2\nn = "theirs"\nHEAR a WITH q\nRETURN a & "/" & n',
    }
    expect(moveAfter(before, after, [], "x")).toEqual({ said: ["new mine x/theirs"], end: "done" })
  })

  it("a bot of one flow can become a bot of several", () => {
    const before = one('n = "kept"\nHEAR a WITH "a?"\nTALK n & a')
    const after = {
      start: 'n = "kept"\nHEAR a WITH "a?"\nCALL "more"\nTALK "new " & n & a',
      more: 'TALK "more"',
    }
    expect(moveAfter(before, after, [], "!")).toEqual({ said: ["more", "new kept!"], end: "done" })
  })
})
