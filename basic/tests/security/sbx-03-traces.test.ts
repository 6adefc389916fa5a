import { describe, expect, it } from "vitest"
import { checkSource } from "../../analyzer/check-source.ts"
import { compile } from "../../ir/compile.ts"
import { parse } from "../../parser/parse.ts"
import { openPreview } from "../../pretend/preview.ts"
import { printProgram } from "../../printer/print.ts"
import { load } from "../../vm/load.ts"
import { defaultTurnLimits } from "../../vm/outcome.ts"
import { turn } from "../../vm/testing/run-source.ts"
import { beginTurn, createState, resume, run } from "../../vm/turn.ts"
import { readVariables } from "../../vm/variables.ts"
import { attempt, describeHost } from "./hold-to-plain.ts"

/** Reads everything that an earlier run could have left: variables, lists from literals, errors, headers, chance. */
const witness = [
  "before = TYPEOF(left) + TYPEOF(list) + ERR + ERROR MESSAGE",
  "list = [1, 2, [3]]",
  'o = { a: { b: 1 }, "list": list }',
  "list[2].push(4)",
  "o.a.b = o.a.b + 1",
  'names = SPLIT("b,a", ",")',
  "FOR EACH x IN [5, 6]",
  "list.push(x)",
  "NEXT",
  'RETURN [before, list, o, SORT(names), RND(), GUID(), FORMAT(NOW(), "YYYY"), UCASE("a")]',
].join("\n")

/** Programs that change whatever they can, end in every way, and stay behind half-way. */
const vandals: readonly string[] = [
  'left = "here"\nlist = [9]\nRETURN list',
  'ON ERROR RESUME NEXT\nx = 1 / 0\ny = x.y.z\nTHROW "boom"',
  'THROW "boom"',
  "x = [1]\nx.push(x)\nx[0] = x\nRETURN JSON(x)",
  "o = {}\no.__proto__.left = 1\no.constructor.prototype.left = 1\nRETURN o",
  'SET HEADER "X-Left", "1"\nSET BOT MEMORY "left", 1\nSET SESSION "left", 1\nTALK "x"',
  "DO\nleft = left + 1\nLOOP",
  "SUB a\nCALL a\nEND SUB\nCALL a",
  "HEAR left AS EMAIL",
  "UCASE = 1\nlen = 2\nsort = 3\nRETURN UCASE + len + sort",
  'FUNCTION UCASE(x)\nRETURN "stolen"\nEND FUNCTION\nRETURN UCASE("a")',
  "l = RANGE(1, 5)\nl.push(6)\nm = SORT(l)\nREVERSE(l)\nRETURN m",
  "left = (((",
  "END IF\nNEXT\nleft =",
]

const observe = (): string => {
  const program = load(compile(parse(witness).program, undefined, witness), "witness")
  const state = createState(program)
  beginTurn(state, turn, defaultTurnLimits)
  const outcome = run(program, state)
  return JSON.stringify([
    outcome.kind,
    readVariables(state),
    outcome.kind === "done" && outcome.value,
  ])
}

describe("SBX-03: what one program did", () => {
  it.each(vandals)("is invisible to the next one: %j", (vandal) => {
    const host = describeHost()
    const before = observe()
    attempt(vandal)
    printProgram(checkSource(vandal).program)
    expect(observe()).toBe(before)
    expect(describeHost()).toBe(host)
  })

  it("is invisible to the same program, run again from its start or at the same time", () => {
    const program = load(compile(parse(witness).program), "shared")
    const states = [createState(program), createState(program), createState(program)]
    for (const state of states) beginTurn(state, turn, defaultTurnLimits)
    const pending = new Set(states)
    for (let slices = 0; pending.size > 0 && slices < 10_000; slices++)
      for (const state of pending)
        if (run(program, state, () => true).kind !== "pause") pending.delete(state)
    const results = states.map((state) => JSON.stringify(readVariables(state)))
    expect(new Set(results).size).toBe(1)
    expect(results[0]).toContain("[1,2,[3,4],5,6]")
  })

  it("is invisible to another conversation of the same bot, also in the preview's memories", () => {
    const source =
      'seen = GET SESSION "left"\nSET SESSION "left", "here"\nTALK "seen: " + seen + left\nleft = 1\nHEAR x'
    const bundle = compile(parse(source).program)
    const said = () => {
      const preview = openPreview(bundle, {})
      preview.start()
      return preview.events.flatMap((event) => (event.kind === "bot" ? [event.text] : []))
    }
    expect([said(), said(), said()]).toEqual([["seen: "], ["seen: "], ["seen: "]])
  })

  it("does not change the bundle it runs from, nor the answers it was handed", () => {
    const source = 'a = GET "u"\na.push(1)\na[0].x = 2\nb = [1]\nb.push(2)\nRETURN a'
    const bundle = compile(parse(source).program)
    const frozen = JSON.stringify(bundle)
    const program = load(bundle, "hash")
    for (let round = 0; round < 2; round++) {
      const state = createState(program)
      beginTurn(state, turn, defaultTurnLimits)
      expect(run(program, state).kind).toBe("effect")
      resume(program, state, { kind: "value", value: null })
      run(program, state)
    }
    expect(JSON.stringify(bundle)).toBe(frozen)
  })
})
