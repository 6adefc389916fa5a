import { describe, expect, it } from "vitest"
import { defaultTurnLimits } from "./outcome.ts"
import { faultOf, type RunOptions, returnOf, runSource } from "./testing/run-source.ts"

/** What stops at its budget stops at a tenth of it; one test runs to the real one. */
const tenth = { instructions: defaultTurnLimits.instructions / 10 }

/** Runs a program and holds it to time and memory. */
function quickFault(source: string, limits: RunOptions["limits"] = tenth) {
  const before = process.memoryUsage().rss
  const started = performance.now()
  const fault = faultOf(source, { limits })
  expect(performance.now() - started).toBeLessThan(8000)
  expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
  return fault
}

describe("the limits of a turn", () => {
  it("end a loop without an end", () => {
    expect(quickFault("x = 0\nDO\nx = x + 1\nLOOP", defaultTurnLimits)).toMatchObject({
      code: "basic.instruction_limit",
      line: 3,
      message: "The script used more than 20000000 instructions without waiting for an answer.",
    })
    expect(quickFault("again:\nGOTO again").code).toBe("basic.instruction_limit")
    expect(quickFault('again:\nTALK "x"\nGOTO again').code).toBe("basic.instruction_limit")
  })

  it("end a recursion without an end, of procedures and of GOSUBs", () => {
    expect(quickFault("CALL a()\nSUB a()\nCALL a()\nEND SUB")).toMatchObject({
      code: "basic.call_depth",
      line: 3,
    })
    expect(quickFault("again:\nGOSUB again").code).toBe("basic.call_depth")
  })

  it("allow a recursion of 200 levels", () => {
    const source =
      "RETURN f(199)\nFUNCTION f(n)\nIF n = 0 THEN RETURN 0\nRETURN 1 + f(n - 1)\nEND FUNCTION"
    expect(returnOf(source)).toBe(199)
  })

  it("end a text that doubles without an end, however it is made", () => {
    const ways = [
      "s = s + s",
      "s += s",
      "s = s & s",
      `s = "\${s}\${s}"`,
      "s = CONCAT(s, s)",
      's = REPLACE(s, "x", "xx")',
      "s = JOIN([s, s], s)",
    ]
    for (const way of ways)
      expect(quickFault(`s = "x"\nDO\n${way}\nLOOP`)).toMatchObject({
        code: expect.stringMatching(/basic\.(text_limit|wrong_type|instruction_limit)/),
        line: 3,
      })
    expect(quickFault('s = "x"\nDO\ns = s + s\nLOOP').code).toBe("basic.text_limit")
  })

  it("end a text that grows in small steps", () => {
    expect(quickFault('s = ""\nDO\ns = s + "x"\nLOOP').code).toMatch(/limit/)
  })

  it("end a list or object that grows without an end, however it grows", () => {
    const ways = [
      "a[UBOUND(a)] = 1",
      "a.push(1)",
      "a = a + a",
      "a = [a, a]",
      'o["k" + i] = 1',
      "o[i] = [i]",
    ]
    for (const way of ways)
      expect(quickFault(`a = [1]\no = {}\ni = 0\nDO\ni = i + 1\n${way}\nLOOP`).code).toMatch(
        /basic\.(cell_limit|instruction_limit)/,
      )
    expect(quickFault("a = []\na[900000000] = 1").code).toBe("basic.cell_limit")
    const doubling = quickFault("a = [1]\nDO\na = a + a\nLOOP", defaultTurnLimits)
    expect(doubling.code).toBe("basic.cell_limit")
  })

  it("let a program make and drop many lists, as long as few live at a time", () => {
    const source = "FOR i = 1 TO 300000\na = [1, 2, 3, 4, 5]\nNEXT\nRETURN UBOUND(a)"
    expect(returnOf(source)).toBe(5)
  })

  it("count what the host gives, so that a loop of answers ends too", () => {
    const answer = () => Array.from({ length: 20_000 }, (_, index) => index)
    const source = 'a = []\nDO\na[UBOUND(a)] = GET "u"\nLOOP'
    expect(faultOf(source, { answer })).toMatchObject({ code: "basic.cell_limit", line: 3 })
  })

  it("charge errors that are taken, however long the program is", () => {
    const filler = "y = 1\n".repeat(20_000)
    const source = `ON ERROR RESUME NEXT\nDO\nx = 1 / 0\nLOOP\n${filler}`
    expect(quickFault(source).code).toBe("basic.instruction_limit")
  })

  it("bound what a list that shares its parts may print", () => {
    const source = 'a = ["xxxxxxxxxx"]\nFOR i = 1 TO 60\na = [a, a]\nNEXT\nTALK a'
    expect(quickFault(source).code).toMatch(/basic\.(text_limit|instruction_limit)/)
  })

  it("cannot be taken by ON ERROR", () => {
    const source = "ON ERROR RESUME NEXT\nDO\nx = 1\nLOOP"
    expect(quickFault(source).code).toBe("basic.instruction_limit")
    expect(quickFault(`ON ERROR GOTO oops\nCALL a()\noops:\nSUB a()\nCALL a()\nEND SUB`).code).toBe(
      "basic.call_depth",
    )
  })

  it("charge long texts by their length", () => {
    const spent = (source: string) => runSource(source).state.meter?.spent ?? 0
    const make = 's = "x"\nFOR i = 1 TO 20\ns = s + s\nNEXT\nt = s + "y"\n'
    expect(spent(`${make}b = UCASE(s)`) - spent(make)).toBeGreaterThan(10_000)
    expect(spent(`${make}b = s = t`) - spent(make)).toBeLessThan(100)
    expect(spent(`${make}b = s < t`) - spent(make)).toBeGreaterThan(10_000)
  })
})
