import { describe, expect, it } from "vitest"
import { checkSource } from "../../analyzer/check-source.ts"
import { namesOf } from "../../analyzer/read-names.ts"
import { checkLaws } from "../../graph/laws.ts"
import { compile } from "../../ir/compile.ts"
import { findFunction } from "../../keywords/index.ts"
import { parse } from "../../parser/parse.ts"
import { freeze } from "../../vm/freeze.ts"
import { toJson } from "../../vm/json.ts"
import { load } from "../../vm/load.ts"
import { returnOf, runSource } from "../../vm/testing/run-source.ts"
import { thaw } from "../../vm/thaw.ts"
import type { Json } from "../../vm/value.ts"
import { readVariables } from "../../vm/variables.ts"
import { describeHost } from "./hold-to-plain.ts"
import { hostNames } from "./host-names.ts"

const errorsOf = (source: string) =>
  checkSource(source).diagnostics.filter(({ severity }) => severity === "error")

/** One property of its own and no prototype's, whatever its name. */
const owned = (name: string, value: Json): Record<string, Json> =>
  Object.fromEntries([[name, value]])

describe.each(hostNames)("SBX-02: the name %s", (name) => {
  it("is an ordinary variable, set, read, counted over and listed", () => {
    expect(returnOf(`${name} = 1\n${name} += 1\nRETURN ${name}`)).toBe(2)
    expect(returnOf(`FOR ${name} = 1 TO 3\nNEXT ${name}\nRETURN ${name} > 2`)).toBe(true)
    expect(
      returnOf(`t = ""\nFOR EACH ${name} IN ["a", "b"]\nt = t + ${name}\nNEXT\nRETURN t`),
    ).toBe("ab")
    const { state } = runSource(`${name} = "x"`)
    expect(readVariables(state)).toEqual([{ name, value: "x" }])
    expect(namesOf(parse(`${name} = 1`).program).variables).toEqual([name])
  })

  it("is null as a variable that nothing sets, and a warning says so", () => {
    expect(returnOf(`RETURN TYPEOF(${name})`)).toBe("null")
    const codes = checkSource(`TALK ${name}`).diagnostics.map(({ code }) => code)
    expect(codes).toEqual(["basic.never_set"])
  })

  it("is an ordinary key, by a dot, in brackets, in a literal, in WITH and in RETURN WITH", () => {
    expect(returnOf(`o = {}\no.${name} = 1\nRETURN o`)).toEqual(owned(name, 1))
    expect(returnOf(`o = {}\no["${name}"] = 1\nRETURN o["${name}"]`)).toBe(1)
    expect(returnOf(`RETURN { "${name}": [1], b: 2 }`)).toEqual({ ...owned(name, [1]), b: 2 })
    expect(returnOf(`WITH o\n${name} = 3\nEND WITH\nRETURN o`)).toEqual(owned(name, 3))
    expect(returnOf(`RETURN WITH ${name} AS 4`)).toEqual(owned(name, 4))
    expect(returnOf(`o = {}\nRETURN TYPEOF(o["${name}"])`)).toBe("null")
    expect(returnOf(`o = {}\no.${name}.${name} = 5\nRETURN o`)).toEqual(owned(name, owned(name, 5)))
  })

  it("is an ordinary name of a procedure, of its parameters and of a label", () => {
    expect(returnOf(`RETURN ${name}(2)\nFUNCTION ${name}(n)\nRETURN n * 2\nEND FUNCTION`)).toBe(4)
    expect(returnOf(`RETURN f(2)\nFUNCTION f(${name})\nRETURN ${name}\nEND FUNCTION`)).toBe(2)
    expect(returnOf(`GOTO ${name}\nRETURN 1\n${name}:\nRETURN 2`)).toBe(2)
    expect(errorsOf(`GOTO ${name}`).map(({ code }) => code)).toEqual(["basic.missing_label"])
  })

  it("is no function, no method, no type of answer, no unit, no pattern and no keyword", () => {
    if (findFunction(name) === null) expect(returnOf(`RETURN ${name}(1)`)).toBe(null)
    expect(errorsOf(`HEAR x AS ${name}`).map(({ code }) => code)).toEqual([
      "basic.unknown_answer_type",
    ])
    expect(errorsOf(`x = DATEADD("2030-01-01", 1, "${name}")`)).toHaveLength(1)
    expect(returnOf(`RETURN TYPEOF(FORMAT(5, "${name}"))`)).toBe("text")
    const known = { outcome: { kind: "fault", fault: { code: expect.stringMatching(/keyword$/) } } }
    expect(runSource(`${name.toUpperCase()} THE WIDGET "x"`)).toMatchObject(known)
  })

  it("is an ordinary field of a command", () => {
    const source = `POST "https://example.org" WITH ${name} = 1`
    const bodies: Json[] = []
    runSource(source, {
      answer: ({ operands }) => {
        bodies.push(toJson(operands.body as never))
        return null
      },
    })
    expect(bodies).toEqual([owned(name, 1)])
  })

  it("survives printing, the graph, the compiler, freezing and thawing", () => {
    const source = `${name} = { "${name}": 1 }\n${name}.${name} = ${name}["${name}"] + 1\nTALK "x"\nRETURN ${name}`
    expect(checkLaws(source)).toEqual({ ok: true, skipped: [], failed: [] })
    const { state } = runSource(source)
    const program = load(compile(parse(source).program), state.program.hash)
    const thawed = thaw(program, JSON.parse(JSON.stringify(freeze(state))))
    expect(readVariables(thawed)).toEqual([{ name, value: owned(name, 2) }])
  })

  it("is an ordinary key in JSON, in tables and in paths", () => {
    expect(returnOf(`RETURN PARSE_JSON("{\\"${name}\\": 1}")`)).toEqual(owned(name, 1))
    expect(returnOf(`RETURN JSON({ "${name}": 1 })`)).toBe(`{"${name}":1}`)
    expect(returnOf(`RETURN PARSE_CSV("${name},b\\n1,2")`)).toEqual([
      { ...owned(name, "1"), b: "2" },
    ])
    expect(returnOf(`RETURN JSON_GET({ "${name}": { "${name}": 2 } }, "${name}.${name}")`)).toBe(2)
    expect(returnOf(`RETURN MAP([{ "${name}": 1 }], "${name}")`)).toEqual([1])
    expect(returnOf(`RETURN FILTER([{ "${name}": 1 }, { "${name}": 2 }], "${name} > 1")`)).toEqual([
      owned(name, 2),
    ])
  })
})

it("SBX-02: none of these names leaves a trace on the host", () => {
  const before = describeHost()
  for (const name of hostNames)
    runSource(`o = {}\no.__proto__.${name} = 1\no["${name}"] = o\n${name} = o`)
  expect(describeHost()).toBe(before)
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
})
