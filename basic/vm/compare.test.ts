import { describe, expect, it } from "vitest"
import { evaluate, runSource } from "./testing/run-source.ts"

describe("equality", () => {
  it("compares a number with numeric text by size, and two texts exactly", () => {
    expect(evaluate('4 = "4"')).toBe(true)
    expect(evaluate('"04" = 4')).toBe(true)
    expect(evaluate('"04" = "4"')).toBe(false)
    expect(evaluate('"a" = "A"')).toBe(false)
    expect(evaluate('4 = "four"')).toBe(false)
  })

  it("holds null and empty text for the same, and nothing else", () => {
    expect(evaluate('NULL = ""')).toBe(true)
    expect(evaluate('missing <> ""')).toBe(false)
    expect(evaluate("NULL = NULL")).toBe(true)
    expect(evaluate("NULL = 0")).toBe(false)
    expect(evaluate("NULL = FALSE")).toBe(false)
    expect(evaluate('"" IS NULL')).toBe(true)
    expect(evaluate("0 IS NOT NULL")).toBe(true)
  })

  it("compares lists and objects by what they hold", () => {
    expect(evaluate('[1, {"a": 2}] = [1, {"a": 2}]')).toBe(true)
    expect(evaluate('{"a": 1} = {"a": 2}')).toBe(false)
    expect(evaluate("[1] <> [1, 2]")).toBe(true)
  })

  it("ends when a list that holds itself is compared with another such list", () => {
    const source = "a = []\na[0] = a\nb = []\nb[0] = b\nTALK a = b"
    expect(runSource(source).said).toEqual(["false"])
  })

  it("compares booleans with their names", () => {
    expect(evaluate('TRUE = "true"')).toBe(true)
    expect(evaluate('FALSE = "False"')).toBe(true)
    expect(evaluate("TRUE = 1")).toBe(true)
  })

  it("compares a date with text as it prints", () => {
    expect(evaluate('TODAY() = "2026-03-14"')).toBe(true)
    expect(evaluate('TODAY() < "2026-04"')).toBe(true)
  })
})

describe("order", () => {
  it("orders numbers and numeric text by size, texts by their characters", () => {
    expect(evaluate('"10" > 9')).toBe(true)
    expect(evaluate('"10" < "9"')).toBe(true)
    expect(evaluate('"b" >= "a"')).toBe(true)
  })

  it("finds no order where there is none, in either direction", () => {
    expect(evaluate('"abc" > 5')).toBe(false)
    expect(evaluate('"abc" <= 5')).toBe(false)
    expect(evaluate("[1] < [2]")).toBe(false)
  })

  it("jumps as it compares: IF, WHILE and the bare comparison agree", () => {
    const values = ["1", "2", '"2"', '"x"', "NULL", "TRUE", "[1]", "TODAY()"]
    for (const a of values)
      for (const b of values)
        for (const operator of ["=", "<>", "<", "<=", ">", ">="]) {
          const source = `a = ${a}\nb = ${b}
bare = a ${operator} b
yes = FALSE
IF a ${operator} b THEN yes = TRUE
no = TRUE
IF NOT (a ${operator} b) THEN no = FALSE
again = FALSE
DO
  IF again THEN BREAK
  again = TRUE
LOOP WHILE a ${operator} b
RETURN bare & yes & no`
          const { outcome } = runSource(source)
          expect(outcome.kind === "done" && String(outcome.value)).toMatch(
            /^(truetruetrue|falsefalsefalse)$/,
          )
        }
  })

  it("takes both ends into BETWEEN", () => {
    expect(evaluate("5 BETWEEN 5 AND 6")).toBe(true)
    expect(evaluate('"6" BETWEEN 5 AND 6')).toBe(true)
    expect(evaluate("7 BETWEEN 5 AND 6")).toBe(false)
  })
})

describe("truth", () => {
  it("holds false, null, empty text, 0, and an empty list or object for false, all else for true", () => {
    for (const falsy of ["FALSE", "NULL", '""', "0", "[]", "{}", "missing"])
      expect(evaluate(`IIF(${falsy}, 1, 2)`)).toBe(2)
    for (const truthy of ["TRUE", '"0"', '"false"', "-1", "[0]", '{"a": NULL}', "TODAY()"])
      expect(evaluate(`IIF(${truthy}, 1, 2)`)).toBe(1)
  })

  it("gives back an operand of OR, AND and ??, and leaves the other alone", () => {
    expect(evaluate('missing OR "guest"')).toBe("guest")
    expect(evaluate('"a" OR 1 / 0')).toBe("a")
    expect(evaluate("0 AND 1 / 0")).toBe(0)
    expect(evaluate('1 AND "b"')).toBe("b")
    expect(evaluate("(missing OR 0) + 1")).toBe(1)
    expect(evaluate('"" ?? "x"')).toBe("")
    expect(evaluate('missing ?? "x"')).toBe("x")
    expect(evaluate("0 ?? 1 / 0")).toBe(0)
  })

  it("evaluates only the side that IIF and ?: take", () => {
    expect(evaluate("IIF(TRUE, 1, 1 / 0)")).toBe(1)
    expect(evaluate("FALSE ? 1 / 0 : 2")).toBe(2)
    expect(evaluate("IF(0, 1)")).toBeNull()
  })
})

describe("searching", () => {
  it("finds text in text, elements in lists and keys in objects", () => {
    expect(evaluate('"Hello" CONTAINS "ell"')).toBe(true)
    expect(evaluate('"Hello" CONTAINS ""')).toBe(false)
    expect(evaluate('[1, "2"] CONTAINS 2')).toBe(true)
    expect(evaluate('{"a": 1} CONTAINS "a"')).toBe(true)
    expect(evaluate("missing CONTAINS 1")).toBe(false)
    expect(evaluate("2 IN [1, 2]")).toBe(true)
    expect(evaluate('"x" NOT IN ["a", "b"]')).toBe(true)
  })

  it("knows how texts begin and end", () => {
    expect(evaluate('"Hello" STARTS WITH "He"')).toBe(true)
    expect(evaluate('"Hello" ENDS WITH "lo"')).toBe(true)
    expect(evaluate('missing STARTS WITH "a"')).toBe(false)
  })
})
