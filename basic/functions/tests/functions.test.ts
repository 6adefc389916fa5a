import { describe, expect, it } from "vitest"
import { functions } from "../../keywords/functions.ts"
import { findFunction } from "../../keywords/index.ts"
import { LimitReached } from "../../vm/errors.ts"
import { ListValue, MapValue } from "../../vm/value.ts"
import { type Case, call, failureOf, type Given, newEnv, showOf, toValue } from "./case.ts"
import { dateCases } from "./date-cases.ts"
import { formatCases } from "./format-cases.ts"
import { listCases } from "./list-cases.ts"
import { numberCases } from "./number-cases.ts"
import { testCases } from "./test-cases.ts"
import { textCases } from "./text-cases.ts"

const allCases: readonly Case[] = [
  ...textCases,
  ...formatCases,
  ...numberCases,
  ...dateCases,
  ...listCases,
  ...testCases,
]

describe("built-in functions", () => {
  it.each(allCases.map(([name, args, expected]) => ({ name, args, expected })))(
    "$name($args) gives $expected",
    ({ name, args, expected }) => {
      expect(showOf(call(name, args))).toEqual(showOf(toValue(expected)))
    },
  )

  it("have a case each, or a test below", () => {
    const tried = new Set(allCases.map(([name]) => findFunction(name)))
    const random = ["RND", "GUID", "EXCEL", "SPEAKS"]
    const missing = functions.filter((known) => !tried.has(known)).map(({ name }) => name)
    expect(missing.filter((name) => !random.includes(name))).toEqual([])
  })

  it("have names and aliases of which none is taken twice", () => {
    const names = functions.flatMap((known) => [known.name, ...(known.aliases ?? [])])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    const methods = functions.flatMap((known) => known.asMethod ?? [])
    expect(methods.filter((name, index) => methods.indexOf(name) !== index)).toEqual([])
  })

  it("explain themselves in whole sentences", () => {
    for (const known of functions) {
      const sentences = [known.summary, ...Object.values(known.params).map((param) => param.doc)]
      for (const sentence of sentences) expect(sentence, known.name).toMatch(/^[A-Z"].*\.$/s)
      expect(known.example, known.name).not.toBe("")
    }
  })
})

describe("chance", () => {
  it("gives the same numbers for the same seed, inside of the range", () => {
    const draw = () => {
      const env = newEnv()
      return Array.from({ length: 200 }, () => call("RANDOM", [1, 6], env))
    }
    expect(draw()).toEqual(draw())
    expect(new Set(draw())).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(call("RND", [])).toBe(call("RANDOM", []))
  })

  it("makes version 4 UUIDs that differ", () => {
    const env = newEnv()
    const made = Array.from({ length: 100 }, () => call("GUID", [], env))
    expect(new Set(made).size).toBe(100)
    for (const id of made)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe("SPEAKS", () => {
  const speaks = (wanted: string, language: string) =>
    call("SPEAKS", [wanted], Object.defineProperty(newEnv(), "language", { value: language }))

  it("takes a language for every country of it, and a country for itself and for none named", () => {
    expect(speaks("pt", "pt-BR")).toBe(true)
    expect(speaks("pt-BR", "pt-br")).toBe(true)
    expect(speaks("pt-BR", "pt")).toBe(true)
    expect(speaks("pt-BR", "pt-PT")).toBe(false)
    expect(speaks("es", "pt")).toBe(false)
    expect(speaks("", "pt")).toBe(false)
  })
})

describe("functions that change a list", () => {
  it("change the list that was handed over, and APPEND does not", () => {
    const list = new ListValue([1])
    call("PUSH", [list, 2])
    call("UNSHIFT", [list, 0])
    expect(list.items).toEqual([0, 1, 2])
    call("APPEND", [list, 3])
    expect(list.items).toEqual([0, 1, 2])
    call("SPLICE", [list, 1, 1, 8, 9])
    expect(list.items).toEqual([0, 8, 9, 2])
  })
})

describe("refusals", () => {
  it.each<[string, Given[], string]>([
    ["ABS", ["abc"], "basic.not_a_number"],
    ["ABS", [[1]], "basic.wrong_type"],
    ["LEFT", ["a", "x"], "basic.not_a_number"],
    ["CHR", [-1], "basic.out_of_range"],
    ["SQR", [-1], "basic.no_result"],
    ["LOG", [0], "basic.no_result"],
    ["POW", [10, 400], "basic.no_result"],
    ["MOD", [1, 0], "basic.division_by_zero"],
    ["DATEADD", ["2025-01-01", 1, "fortnight"], "basic.unknown_date_unit"],
    ["DATEDIFF", ["2025-01-01", "2025-01-02", 3], "basic.unknown_date_unit"],
    ["DATEADD", ["soon", 1, "day"], "basic.not_a_date"],
    ["DATEADD", ["9999-12-31", 1, "day"], "basic.no_result"],
    ["YEAR", ["soon"], "basic.not_a_date"],
    ["DATE", [2025, 2, 30], "basic.not_a_date"],
    ["TAIL", ["abc"], "basic.wrong_type"],
    ["PUSH", [null, 1], "basic.wrong_type"],
    ["BATCH", [[1], 0], "basic.out_of_range"],
    ["RANGE", [1, 2, 0], "basic.bad_value"],
    ["SUM", [["x"]], "basic.not_a_number"],
    ["HASH", ["a", "sha1"], "basic.bad_value"],
    ["BASE64_DECODE", ["*"], "basic.bad_value"],
    ["FILTER", [[1], "item >"], "no failure"],
    ["FILTER", [[1], "(item > 1"], "basic.bad_condition"],
    ["FILTER", [[1], "item > 1)"], "basic.bad_condition"],
    ["FILTER", [[1], "EVIL(item)"], "basic.bad_condition"],
    ["FILTER", [[1], "x".repeat(20_000)], "basic.bad_condition"],
    ["FILTER", [[1], "(".repeat(5000)], "basic.bad_condition"],
    ["FILTER", [[1], "NOT ".repeat(2400)], "basic.bad_condition"],
    ["MAP", [[1], "-".repeat(5000)], "basic.bad_condition"],
    ["MAP", [["a"], "item * 2"], "basic.not_a_number"],
  ])("%s%j fails with %s", (name, args, code) => {
    expect(failureOf(name, args)).toBe(code)
  })

  it.each([
    "",
    "{",
    "[1,]",
    "[1 2]",
    '{"a" 1}',
    "{a:1}",
    "01",
    "1.",
    "-",
    "1e999",
    "tru",
    '"abc',
    '"\\x"',
    '"\n"',
    "[1]]",
    "'a'",
    "NaN",
    "\u00a0",
  ])("PARSE_JSON takes %j for what it is: nothing or an error", (text) => {
    expect(text.trim() === "" ? call("PARSE_JSON", [text]) : failureOf("PARSE_JSON", [text])).toBe(
      text.trim() === "" ? null : "basic.bad_json",
    )
  })

  it("name the place of what is wrong in JSON", () => {
    expect(() => call("PARSE_JSON", ['{"a": 1,, }'])).toThrow(
      expect.objectContaining({
        facts: { reason: "a name in double quotes is missing", position: 9 },
      }),
    )
  })
})

describe("INJ-03 keys of the host's objects", () => {
  it("are ordinary keys in JSON, CSV, FILTER and MAP", () => {
    const parsed = call("PARSE_JSON", [
      '{"__proto__":{"polluted":1},"constructor":{"prototype":2},"toString":3}',
    ]) as MapValue
    expect([...parsed.entries.keys()]).toEqual(["__proto__", "constructor", "toString"])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(call("JSON_GET", ['{"a":1}', "__proto__"])).toBeNull()
    expect(call("JSON_GET", ['{"a":1}', "constructor.prototype"])).toBeNull()
    const rows = call("PARSE_CSV", ["__proto__,constructor\n1,2"]) as ListValue
    expect([...(rows.items[0] as MapValue).entries]).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ])
    expect(showOf(call("MAP", [[{ a: 1 }], "constructor"]))).toEqual([null])
    expect(showOf(call("FILTER", [[{ a: 1 }], "__proto__ = null"]))).toEqual([{ a: 1 }])
  })
})

describe("INJ-04 cells that a spreadsheet would run", () => {
  it.each(["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx"])("CSV disarms %j", (cell) => {
    expect(call("CSV", [[cell]])).toMatch(/^"?'/)
  })
})

describe("SBX-04 what would be too big", () => {
  const small = { textChars: 10_000, cells: 1000, instructions: 200_000 }
  const long = "a".repeat(5000)
  it.each<[string, Given[]]>([
    ["STRING", [1e9, "ab"]],
    ["STRING", [1e300, "ab"]],
    ["SPACE", [1e12]],
    ["REPLACE", [long, "a", "bcd"]],
    ["SPLIT", [long, ""]],
    ["SPLIT", [long, "a"]],
    ["RANGE", [1, 1e9]],
    ["RANGE", [0, 1, 1e-300]],
    ["JOIN", [["a", "b", "c"], long]],
    ["BASE64", [`${long}${long}`]],
    ["CONCAT", [long, long, long]],
    ["PARSE_JSON", [`[${"1,".repeat(3000)}1]`]],
    ["PARSE_CSV", ["a\n".repeat(5000)]],
    ["JSON", [new ListValue(Array(100).fill("x".repeat(200)))]],
    ["FLATTEN", [new ListValue(Array(50).fill(new ListValue(Array(50).fill(1))))]],
    ["FORMAT", [long, "@@@@"]],
  ])("%s stops at the limit before it makes it", (name, args) => {
    expect(() => call(name, args, newEnv(small))).toThrow(LimitReached)
  })

  it("ends in an error for a list that holds itself, and for one that doubles at each level", () => {
    const ring = new ListValue()
    ring.items.push(ring)
    for (const name of ["JSON", "STR", "TOYAML", "CSV", "XML", "FLATTEN"])
      expect(failureOf(name, [ring]), name).toBe("basic.nested_too_deep")
    let twice = new ListValue(["x"])
    for (let level = 0; level < 60; level++) twice = new ListValue([twice, twice])
    for (const name of ["JSON", "TOYAML", "XML", "CSV", "UNIQUE", "FLATTEN"])
      expect(() => call(name, [twice], newEnv(small)), name).toThrow(LimitReached)
    expect(failureOf("PARSE_JSON", ["[".repeat(100_000)])).toBe("basic.nested_too_deep")
  })

  it("searches long texts for long parts in linear time", () => {
    const text = "a".repeat(400_000)
    const part = `${"a".repeat(200_000)}b`
    expect(call("INSTR", [text, part])).toBe(0)
    expect(call("REPLACE", [text, part, "x"])).toBe(text)
    expect(call("LEN", [call("SPLIT", [text, part])])).toBe(1)
    expect(call("EXTRACT_AFTER", [text, part])).toBe("")
  })
})

describe("new maps and lists", () => {
  it("MAP with renamings leaves the old objects as they were", () => {
    const row = new MapValue(new Map([["a", 1]]))
    call("MAP", [new ListValue([row]), "a->b"])
    expect([...row.entries]).toEqual([["a", 1]])
  })
})
