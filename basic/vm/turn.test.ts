import { describe, expect, it } from "vitest"
import { matchMessage } from "./open-scripts.ts"
import type { Effect } from "./outcome.ts"
import { loadSource, returnOf, runSource, turn } from "./testing/run-source.ts"
import { beginTurn, createState, interrupt, resume, run } from "./turn.ts"
import { ListValue } from "./value.ts"
import { readVariables } from "./variables.ts"

/** Starts a program and gives its first effect. */
function start(source: string) {
  const program = loadSource(source)
  const state = createState(program)
  beginTurn(state, turn)
  const outcome = run(program, state)
  if (outcome.kind !== "effect") throw new Error(JSON.stringify(outcome))
  return { program, state, effect: outcome.effect }
}

describe("effects", () => {
  it("hand over their operands under the names of the definition, with line and step", () => {
    const { effect } = start('TALK "a" + 1')
    expect(effect).toEqual({ keyword: "TALK", operands: { text: "a1" }, line: 1, step: 0 })
  })

  it("hand over lists and objects as text where text is what they become", () => {
    expect(start('TALK [1, {"a": TODAY()}]').effect.operands).toEqual({
      text: '[1,{"a":"2026-03-14"}]',
    })
  })

  it("give their answer in the middle of an expression, in order", () => {
    const seen: unknown[] = []
    const answer = (effect: Effect) => {
      seen.push(effect.operands)
      return seen.length
    }
    const source = 'RETURN [GET "a", "x" + (GET "b"), GET BOT MEMORY("c")]'
    expect(returnOf(source, { answer })).toEqual([1, "x2", 3])
    expect(seen).toEqual([{ url: "a" }, { url: "b" }, { key: "c" }])
  })

  it("make one message of a text block and one prompt", () => {
    const source = `n = 2
BEGIN TALK
Hello \${n}
  there
END TALK
BEGIN SYSTEM PROMPT
You.
END SYSTEM PROMPT`
    const { said, effects } = runSource(source)
    expect(said).toEqual(["Hello 2\n  there"])
    expect(effects).toEqual(["TALK", "SYSTEM PROMPT"])
  })

  it("refuse an answer that nobody waits for, and a run before the answer", () => {
    const { program, state } = start('TALK "a"')
    expect(() => run(program, state)).toThrow("resume comes before run")
    resume(program, state, { kind: "value", value: null })
    expect(() => resume(program, state, { kind: "value", value: null })).toThrow("no effect")
  })
})

describe("HEAR", () => {
  it("asks with all its operands and sets its variable to the answer", () => {
    const { program, state, effect } = start(
      'HEAR o.mood AS "Good", "So so", * WITH "How?" DEFAULT "Good" TIMEOUT 60\nRETURN o.mood',
    )
    expect(effect).toMatchObject({
      keyword: "HEAR",
      operands: {
        type: "MENU",
        options: ["Good", "So so"],
        acceptsOther: true,
        prompt: "How?",
        fallback: "Good",
        timeoutSeconds: 60,
      },
    })
    resume(program, state, { kind: "value", value: "Fine" })
    expect(run(program, state)).toEqual({ kind: "done", value: "Fine" })
  })

  it("goes to its label when the time is over, else on with null", () => {
    const timeout = () => ({ kind: "timeout" }) as const
    const source =
      'x = 1\nHEAR x TIMEOUT 5 GOTO late\nRETURN "on time " & x\nlate:\nRETURN "late " & x'
    expect(returnOf(source, { answer: timeout })).toBe("late 1")
    expect(returnOf(source.replace(" GOTO late", ""), { answer: timeout })).toBe("on time ")
    expect(returnOf(source, { answer: () => "hi" })).toBe("on time hi")
  })

  it("leaves nothing on the stack when it goes to its label out of loops and procedures", () => {
    const source = `FOR EACH x IN [1, 2, 3]
  CALL ask()
NEXT
RETURN n
SUB ask()
  again:
  HEAR y TIMEOUT 5 GOTO again
  n = n + y
END SUB`
    let count = 0
    const answer = () => (++count % 2 === 1 ? ({ kind: "timeout" } as const) : 10)
    expect(returnOf(source, { answer })).toBe(30)
  })
})

describe("ON MESSAGE and ON SILENCE", () => {
  const source = `ON MESSAGE "menu", " Stop " GOTO menu
ON MESSAGE "help" GOTO help
ON SILENCE 300 GOTO quiet
GOSUB talk
RETURN "end"
talk:
CALL ask()
RETURN
menu:
RETURN "menu " & x
help:
RETURN "help"
quiet:
RETURN "quiet"
SUB ask()
  FOR EACH y IN [1, 2]
    HEAR x
  NEXT
END SUB`

  it("finds the handler of a message without regard to case and blanks", () => {
    const program = loadSource(source)
    const find = (text: string) => matchMessage(program, text, () => createState(program))
    expect(find(" STOP")).toBe(0)
    expect(find("Help")).toBe(1)
    expect(find("helpful")).toBeNull()
    expect(program.bundle.handlers.silence?.seconds).toBe(300)
  })

  it("leaves whatever is open and goes on in the main flow", () => {
    for (const [handler, end] of [
      [0, "menu "],
      [1, "help"],
      ["silence", "quiet"],
    ] as const) {
      const { program, state } = start(source)
      interrupt(program, state, handler)
      expect(run(program, state)).toEqual({ kind: "done", value: end })
    }
  })

  it("refuses a handler that the program does not have", () => {
    const { program, state } = start("HEAR x")
    expect(() => interrupt(program, state, "silence")).toThrow(RangeError)
    expect(() => interrupt(program, state, 0)).toThrow(RangeError)
  })
})

describe("a turn", () => {
  it("has one clock and a chance that its seed decides", () => {
    const source = 'RETURN [NOW() & "", RND(), RND()]'
    expect(returnOf(source)).toEqual(returnOf(source))
    const [now, first, second] = returnOf(source) as [string, number, number]
    expect(now).toBe("2026-03-14 15:09:26")
    expect(first).not.toBe(second)
  })

  it("must begin before a program runs", () => {
    const program = loadSource("x = 1")
    expect(() => run(program, createState(program))).toThrow("beginTurn comes before run")
  })

  it("gives a fresh meter, so that a conversation may last", () => {
    const { program, state } = start(
      "FOR i = 1 TO 5\nHEAR x\nFOR j = 1 TO 1000000\nNEXT\nNEXT\nRETURN 1",
    )
    for (let count = 0; count < 5; count++) {
      beginTurn(state, turn)
      resume(program, state, { kind: "value", value: null })
      const { kind } = run(program, state)
      expect(kind).toBe(count < 4 ? "effect" : "done")
    }
  })

  it("takes inputs for variables of those names, in any case, and shows all variables", () => {
    const program = loadSource("Total = host & 1\nlist = [1]")
    const state = createState(program, { HOST: "h", unused: 1, list: new ListValue([5]) })
    beginTurn(state, turn)
    run(program, state)
    expect(readVariables(state)).toEqual([
      { name: "host", value: "h" },
      { name: "Total", value: "h1" },
      { name: "list", value: [1] },
    ])
  })

  it("answers the same after the end, and after a fault", () => {
    const { program, state } = start('TALK "a"\nRETURN 5')
    resume(program, state, { kind: "value", value: null })
    expect(run(program, state)).toEqual({ kind: "done", value: 5 })
    expect(run(program, state)).toEqual({ kind: "done", value: 5 })
  })
})
