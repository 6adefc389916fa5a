import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { parse, parseExpression } from "./parse.ts"

describe("parsing", () => {
  it("gives every line a span that is its text, without comments", () => {
    const source = "TALK 1 ' one\n  x = [1,\n  2] ' two\nBEGIN TALK\nhi\nEND TALK\nfoo bar"
    const texts = parse(source).program.body.statements.map(({ span }) =>
      source.slice(span.start, span.end),
    )
    expect(texts).toEqual(["TALK 1", "x = [1,\n  2]", "BEGIN TALK\nhi\nEND TALK", "foo bar"])
  })

  it("gives a block the span of its first line, so that a mark on it stays on one line", () => {
    const source = "IF a THEN\n TALK 1\nEND IF"
    const [statement] = parse(source).program.body.statements
    expect(source.slice(statement?.span.start, statement?.span.end)).toBe("IF a THEN")
  })

  it("points into the text with the spans of expressions inside texts", () => {
    const source = 'TALK "a ${order.id} b"'
    const [statement] = parse(source).program.body.statements
    const operand = statement?.kind === "CommandStatement" ? statement.operands.text : undefined
    const part = operand?.kind === "TemplateLiteral" ? operand.parts[1] : undefined
    if (typeof part !== "object") throw new Error("The sample has an expression.")
    expect(source.slice(part.span.start, part.span.end)).toBe("order.id")
  })

  it("reports each broken line once, and reads on", () => {
    const { program, diagnostics } = parse("TALK (\nTALK 1\nx = [\nTALK 2")
    expect(diagnostics).toHaveLength(2)
    expect(program.body.statements.map(({ kind }) => kind)).toEqual([
      "BrokenStatement",
      "CommandStatement",
      "BrokenStatement",
      "CommandStatement",
    ])
  })

  it("offers a fix where there is exactly one", () => {
    const source = "IF a = 1\nx = b == 2\nTLAK 1\nEND IF"
    const fixes = parse(source).diagnostics.flatMap(({ fix }) => fix?.edits ?? [])
    const fixed = [...fixes]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce(
        (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
        source,
      )
    expect(fixed).toBe("IF a = 1 THEN\nx = b = 2\nTALK 1\nEND IF")
  })

  it("keeps errors when there are more findings than anybody reads", () => {
    const { diagnostics } = parse(`${'BREW "x"\n'.repeat(3000)}TALK (`)
    expect(diagnostics).toHaveLength(1000)
    expect(diagnostics[0]?.severity).toBe("error")
  })
})

describe("parsing one expression", () => {
  it("gives the tree, or the reason why there is none", () => {
    expect(parseExpression("1 + 2").expression?.kind).toBe("BinaryExpression")
    expect(parseExpression("1 +")).toMatchObject({
      expression: null,
      diagnostics: [{ code: "basic.unexpected" }],
    })
    expect(parseExpression("1 2").diagnostics.map(({ code }) => code)).toEqual([
      "basic.unexpected_rest",
    ])
    expect(parseExpression("").expression).toBeNull()
  })
})

describe("checking a source text", () => {
  it("sorts findings by place, whoever found them", () => {
    const { diagnostics } = checkSource("TALK unknown_name\nTALK (\nGOTO nowhere\nx = 1 == 2")
    const starts = diagnostics.map(({ span }) => span.start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(diagnostics.length).toBeGreaterThanOrEqual(4)
  })

  it("makes undefined names errors under OPTION STRICT only", () => {
    const worst = (source: string) =>
      checkSource(source).diagnostics.map(({ severity }) => severity)
    expect(worst("TALK nobody_sets_this")).toEqual(["warning"])
    expect(worst("OPTION STRICT\nTALK nobody_sets_this")).toEqual(["error"])
  })
})
