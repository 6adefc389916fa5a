import { describe, expect, it } from "vitest"
import { opcodes } from "../../ir/opcodes.ts"
import { runSlice } from "../run.ts"
import { loadSource, returnOf, runSource, turn } from "../testing/run-source.ts"
import { beginTurn, createState } from "../turn.ts"
import { translationList } from "./translations.ts"

/** Runs a program in the smallest slices; gives the places where it paused. */
function listPauses(source: string): number[] {
  const program = loadSource(source)
  const state = createState(program)
  beginTurn(state, turn)
  const places: number[] = []
  for (let count = 0; count < 1000; count++) {
    if (runSlice(state, () => true, 0).kind !== "pause") return places
    places.push(state.pc)
  }
  throw new Error("The program did not end.")
}

describe("steps", () => {
  it("are made of every instruction", () => {
    expect(translationList.map((translate) => typeof translate)).toEqual(
      opcodes.map(() => "function"),
    )
  })

  it("hold whole statements, and never parts of two", () => {
    const { bundle } = loadSource("a = 1 + 2 * 3\nb = a * (a - 1) + LEN(a)\nRETURN b")
    expect(listPauses("a = 1 + 2 * 3\nb = a * (a - 1) + LEN(a)\nRETURN b")).toEqual(bundle.debug.at)
  })

  it("are made once, however often they run", () => {
    const program = loadSource("FOR i = 1 TO 3\ns = s + i\nNEXT\nRETURN s")
    const [first, second] = [createState(program), createState(program)]
    for (const state of [first, second]) {
      beginTurn(state, turn)
      expect(runSlice(state, undefined)).toEqual({ kind: "done", value: 6 })
    }
    expect(program.steps.filter((step) => step !== undefined).length).toBe(4)
    expect(first.meter?.spent).toBe(second.meter?.spent)
  })

  it("evaluate from left to right, also across calls that change what was read before", () => {
    const change = "FUNCTION change()\nx = x * 10\nRETURN x\nEND FUNCTION\n"
    expect(returnOf(`${change}x = 1\nRETURN x + change() + x`)).toBe(21)
    expect(returnOf(`${change}x = 1\nRETURN [x, change(), x, change()]`)).toEqual([1, 10, 10, 100])
    expect(returnOf(`${change}x = 1\na = []\na[x] = change() + a[0]\nRETURN a`)).toEqual([null, 10])
    expect(returnOf("a = [3, 4]\nRETURN a[0] + SHIFT(a) + a[0]")).toBe(10)
  })

  it("keep what stands on the stack across an effect in the middle of an expression", () => {
    const answer = () => 5
    expect(returnOf('x = 2\nRETURN x * (3 + GET "u") - x', { answer })).toBe(14)
    expect(returnOf('RETURN [1, 2 + GET "u", UCASE("a"), GET "u"]', { answer })).toEqual([
      1,
      7,
      "A",
      5,
    ])
  })

  it("take expressions of any length and number of parts", () => {
    const many = Array.from({ length: 400 }, (_, index) => index)
    expect(returnOf(`a = 1\nRETURN ${many.map(() => "a").join(" + ")}`)).toBe(400)
    expect(returnOf(`a = 1\nRETURN [${many.map((index) => `a * ${index}`).join(", ")}]`)).toEqual(
      many,
    )
    const nested = `${"(a + ".repeat(80)}a${")".repeat(80)}`
    expect(returnOf(`a = 1\nRETURN ${nested}`)).toBe(81)
    const map = many.map((index) => `"k${index}": a`).join(", ")
    expect(returnOf(`a = 1\nm = {${map}}\nRETURN LEN(m)`)).toBe(400)
  })

  it("count the characters of a text that grows piece by piece, whatever the pieces are", () => {
    const pieces = ["ab", "\u{1f600}", "c", "d\u{1f600}", "", "e"]
    const joined = `FOR EACH piece IN ${JSON.stringify(pieces)}\n  a = a + piece\n`
    expect(returnOf(`a = ""\nl = [LEN(a)]\n${joined}  PUSH l, LEN(a)\nNEXT\nRETURN l`)).toEqual([
      0, 2, 3, 4, 6, 6, 7,
    ])
    expect(
      returnOf(`a = ""\nn = LEN(a)\nb = "ab"\n${joined}NEXT\nRETURN [LEN(b), LEN(a)]`),
    ).toEqual([2, 7])
  })

  it("count the cells that they make and have not stored, so that no expression outgrows the limit", () => {
    const lists = Array.from({ length: 30 }, () => "RANGE(1, 90000)").join(", ")
    const { outcome } = runSource(`a = [${lists}]`)
    expect(outcome).toMatchObject({ kind: "fault", fault: { code: "basic.cell_limit" } })
  })
})
