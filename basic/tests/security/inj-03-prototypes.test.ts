import { afterEach, describe, expect, it } from "vitest"
import { readGraph } from "../../graph/read-graph.ts"
import { compile } from "../../ir/compile.ts"
import { parse } from "../../parser/parse.ts"
import { openPreview } from "../../pretend/preview.ts"
import { fromJson, toJson } from "../../vm/json.ts"
import { load } from "../../vm/load.ts"
import { returnOf, runSource } from "../../vm/testing/run-source.ts"
import { thaw } from "../../vm/thaw.ts"
import { ListValue, MapValue } from "../../vm/value.ts"
import { describeHost } from "./hold-to-plain.ts"

const keys = ["__proto__", "constructor", "prototype"] as const
const untouched = describeHost()

afterEach(() => {
  expect(describeHost()).toBe(untouched)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined()
})

/** Texts of JSON with keys that reach for prototypes, at every depth. */
const documents: readonly string[] = [
  ...keys.map((key) => `{"${key}": {"polluted": 1}}`),
  '{"constructor": {"prototype": {"polluted": 1}}}',
  '{"a": {"__proto__": {"polluted": 1}}, "__proto__": [{"polluted": 1}]}',
  '[{"__proto__": {"polluted": 1}}, {"__proto__": null}, {"__proto__": 5}]',
  '{"\\u005f\\u005fproto\\u005f\\u005f": {"polluted": 1}}',
  '{"__proto__": {"__proto__": {"__proto__": {"polluted": 1}}}}',
  '{"toString": 1, "valueOf": 2, "hasOwnProperty": 3, "toJSON": 4}',
]

describe("INJ-03: keys that reach for prototypes", () => {
  it.each(documents)("are data in JSON, whichever way it comes in: %s", (text) => {
    const plain = JSON.parse(text)
    expect(returnOf("RETURN PARSE_JSON(t)", { inputs: { t: text } })).toEqual(plain)
    expect(returnOf("RETURN JSON PARSE t", { inputs: { t: text } })).toEqual(plain)
    expect(returnOf("RETURN JSON(PARSE_JSON(t))", { inputs: { t: text } })).toBe(
      JSON.stringify(plain),
    )
    expect(toJson(fromJson(plain))).toEqual(plain)
    const { said } = runSource('r = GET "https://example.org"\nr.more = 1\nTALK JSON(r)', {
      answer: () => plain,
    })
    expect(said).toHaveLength(1)
  })

  it.each(keys)("are data in literals, members, brackets, WITH, loops and copies: %s", (key) => {
    const source = [
      `a = { "${key}": { polluted: 1 } }`,
      `b = #{ ${key}: { polluted: 1 } }`,
      "c = {}",
      `c.${key}.polluted = 1`,
      `c["${key}"]["polluted"] = 2`,
      `WITH d`,
      `${key} = { polluted: 1 }`,
      "END WITH",
      `l = [a, b, c, d]`,
      `FOR EACH x IN l`,
      `x.${key}.seen = 1`,
      "NEXT",
      `RETURN [a, b, c, d, TYPEOF({}.polluted), TYPEOF([].polluted)]`,
    ].join("\n")
    const value = (polluted: number) => Object.fromEntries([[key, { polluted, seen: 1 }]])
    expect(returnOf(source)).toEqual([value(1), value(1), value(2), value(1), "null", "null"])
  })

  it.each(keys)("are data in the heads of tables, and in everything that prints: %s", (key) => {
    const table = `${key},b\n1,2`
    expect(returnOf("RETURN PARSE_CSV(t)", { inputs: { t: table } })).toEqual([
      Object.fromEntries([
        [key, "1"],
        ["b", "2"],
      ]),
    ])
    for (const printer of ["CSV", "EXCEL", "TOYAML", "XML", "JSON"])
      expect(returnOf(`RETURN ${printer}([{ "${key}": 1 }])`)).toContain(key)
    expect(returnOf(`RETURN MAP([{ "${key}": 1 }], "${key}->x")`)).toEqual([{ x: 1 }])
    expect(returnOf(`RETURN SORT([{ "${key}": 2 }, { "${key}": 1 }], "${key}")`)).toHaveLength(2)
    expect(returnOf(`RETURN UNIQUE([{ "${key}": 2 }, { "${key}": 2 }])`)).toHaveLength(1)
  })

  it.each(keys)("are data in memories, headers and contexts of the preview: %s", (key) => {
    const source = [
      `SET BOT MEMORY "${key}", { polluted: 1 }`,
      `SET USER MEMORY "${key}", 1`,
      `SET SESSION "${key}.polluted", 1`,
      `SET HEADER "${key}", "1"`,
      `SET CONTEXT "${key}", "1"`,
      `REMEMBER "${key}", 1`,
      `POST "https://example.org", { "${key}": 1 }`,
      `TALK JSON(GET BOT MEMORY "${key}") + (GET USER MEMORY "${key}") + TYPEOF(GET BOT MEMORY "toString")`,
    ].join("\n")
    const preview = openPreview(compile(parse(source).program), {})
    preview.start()
    expect(preview.events.flatMap((event) => (event.kind === "bot" ? [event.text] : []))).toEqual([
      '{"polluted":1}1null',
    ])
    JSON.stringify([preview.memory, preview.variables, preview.events])
  })

  it("are refused or inert in a stored state, a graph and what a host hands in", () => {
    const program = load(compile(parse("HEAR x\nRETURN x").program), "hash")
    for (const text of documents) {
      expect(() => thaw(program, JSON.parse(text))).toThrow(/./)
      expect(readGraph(text).ok).toBe(false)
    }
    const map = fromJson(JSON.parse('{"__proto__": {"polluted": 1}}'))
    expect(map).toBeInstanceOf(MapValue)
    expect(fromJson(JSON.parse('[{"__proto__": 1}]'))).toBeInstanceOf(ListValue)
  })
})
