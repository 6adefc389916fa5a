import { describe, expect, it } from "vitest"
import { parse } from "../parser/parse.ts"
import { printProgram } from "../printer/print.ts"
import { readGraph } from "./read-graph.ts"
import { toAst } from "./to-ast.ts"
import { toGraph } from "./to-graph.ts"
import { writeGraph } from "./write-graph.ts"

const source = `TALK "a"
IF x THEN
    GOTO b
END IF
page = GET "https://example.org" ELSE GOTO b
b:
TALK "b" ' last

SUB greet(name)
    TALK name
END SUB
`

const json = () => writeGraph(toGraph(parse(source).program))

/** The refusal of the JSON after one replacement. */
function refusal(what: string | RegExp, by: string): string {
  const changed = json().replace(what, by)
  expect(changed).not.toBe(json())
  const read = readGraph(changed)
  return read.ok ? "" : read.message
}

describe("a graph that is read back", () => {
  it("prints the text it was made of", () => {
    const read = readGraph(json())
    expect(read.ok && printProgram(toAst(read.graph))).toBe(source)
  })

  it("prints what it shows after an exit was led elsewhere by hand", () => {
    const read = readGraph(
      json().replace(/"kind": "next",\s*"to": "3"/, '"kind": "next", "to": null'),
    )
    expect(read.ok && printProgram(toAst(read.graph))).toContain("ELSE GOTO b\nEXIT\nb:")
  })

  it("is refused when it is no JSON", () => {
    expect(readGraph("{").ok).toBe(false)
    expect(readGraph("{")).toMatchObject({
      message: expect.stringMatching(/^The graph is not JSON: .*\.$/),
    })
  })

  it("is refused with the place and what belongs there", () => {
    expect(refusal('"version": 1', '"version": 2')).toBe(
      "The graph is of version 2; this reads version 1.",
    )
    expect(refusal('"kind": "CommandStatement"', '"kind": "Magic"')).toBe(
      'The graph has "Magic" at flows[0].body.groups[0].steps[0].statement; a statement belongs there.',
    )
    expect(refusal('"name": "b"', '"name": "b:\\nTALK 1"')).toBe(
      'The graph has "b:\\nTALK 1" at flows[0].body.groups[1].label.name; a name of letters, digits and _ belongs there.',
    )
    expect(refusal('"keyword": "TALK",', '"keyword": "TALK", "hidden": 1,')).toMatch(
      /^The graph has a field "hidden" at .* that nothing reads\. The fields there are .*\.$/,
    )
  })

  it("is refused when ids repeat or edges lead nowhere", () => {
    expect(refusal('"id": "0"', '"id": "1"')).toBe('Two steps of the graph have the id "1".')
    expect(refusal(/"to": "3"/, '"to": "nowhere"')).toMatch(
      /^The (group|step) ".*" leads to .*"nowhere".*\.$/,
    )
  })

  it("is refused when a flow has no place, or stands inside itself", () => {
    expect(refusal('"flow": "5"', '"flow": "9"')).toBe(
      'A step stands for the flow "9", which the graph does not have.',
    )
  })

  it("is refused when a body is missing", () => {
    expect(refusal('"key": "yes"', '"key": "maybe"')).toBe(
      'The step "1" has bodies for "maybe"; it needs them for "yes", in this order.',
    )
  })

  it("never reads a prototype", () => {
    expect(readGraph('{"version":1,"flows":[],"__proto__":{"x":1}}').ok).toBe(false)
  })
})
