import { describe, expect, it } from "vitest"
import { equalNodes } from "../ast/equal.ts"
import type { Expression, Statement } from "../ast/nodes.ts"
import { parse, parseExpression } from "../parser/parse.ts"
import { nowhere } from "../source/span.ts"
import { printExpression } from "./expression.ts"
import { printProgram, printStatement } from "./print.ts"

const text = (value: string, isMultiline = false): Expression => ({
  kind: "TextLiteral",
  value,
  isMultiline,
  span: nowhere,
})
const name = (word: string): Expression => ({ kind: "NameExpression", name: word, span: nowhere })

/** Prints a tree that nobody wrote, and reads it again. */
function roundTrip(expression: Expression) {
  const printed = printExpression(expression)
  const { expression: read } = parseExpression(printed)
  expect(equalNodes(read, expression), printed).toBe(true)
  return printed
}

describe("printing a text", () => {
  it.each([
    ['say "hi"', '"say \\"hi\\""'],
    ["a\\b", '"a\\\\b"'],
    ["tab\there", '"tab\\there"'],
    ["two\nlines", '"two\\nlines"'],
    ["${name}", '"\\${name}"'],
    ["costs $5", '"costs $5"'],
    ["{{name}}", '"{{name}}"'],
    ["bell\u0007 and \u2028", '"bell\\u{7} and \\u{2028}"'],
    ["it's", '"it\'s"'],
    ["", '""'],
    ["🎈 ä", '"🎈 ä"'],
  ])("escapes what would read differently, and nothing else: %j", (value, expected) => {
    expect(roundTrip(text(value))).toBe(expected)
  })

  it("keeps the lines of a text that was written over several lines", () => {
    expect(roundTrip(text("Dear guest,\n\nbye", true))).toBe('"Dear guest,\n\nbye"')
  })

  it("does not let a last line in capitals look like the next command", () => {
    expect(roundTrip(text("the\nTOTAL ", true))).toBe('"the\nTOTAL\\u{20}"')
  })
})

describe("printing an expression that nobody wrote", () => {
  const cases: readonly (readonly [string, Expression])[] = [
    ["-(-a)", unary("-", unary("-", name("a")))],
    ["NOT NOT a", unary("NOT", unary("NOT", name("a")))],
    ["(a ? b : c) ? d : e", choice(choice(name("a"), name("b"), name("c")), name("d"), name("e"))],
    ["a ? b : c ? d : e", choice(name("a"), name("b"), choice(name("c"), name("d"), name("e")))],
    [
      "(a OR b).name",
      {
        kind: "MemberExpression",
        object: or(name("a"), name("b")),
        name: "name",
        isOptional: false,
        span: nowhere,
      },
    ],
    [
      '(GET "u").id',
      {
        kind: "MemberExpression",
        object: get(text("u")),
        name: "id",
        isOptional: false,
        span: nowhere,
      },
    ],
    ['GET "u" OR b', or(get(text("u")), name("b"))],
    [
      '"a" + (GET "u")',
      {
        kind: "BinaryExpression",
        operator: "+",
        left: text("a"),
        right: get(text("u")),
        span: nowhere,
      },
    ],
    ["GET (a OR b)", get(or(name("a"), name("b")))],
    [
      '{ "a b": 1, if: 2 }',
      {
        kind: "ObjectLiteral",
        span: nowhere,
        entries: [
          { key: "a b", value: number(1) },
          { key: "if", value: number(2) },
        ],
      },
    ],
  ]
  it.each(cases)("puts parentheses where the tree needs them: %s", (expected, expression) => {
    expect(roundTrip(expression)).toBe(expected)
  })
})

describe("printing a program", () => {
  it("gives nothing for nothing, and ends every other text with a line break", () => {
    expect(printProgram(parse("").program)).toBe("")
    expect(printProgram(parse("TALK 1").program)).toBe("TALK 1\n")
  })

  it("keeps a stray quote a comment, whatever stands below it", () => {
    const text = "OP-'\n// hello\n#\nTALK 1"
    const { program } = parse(text)
    const printed = printProgram(program)
    expect(printed).toBe("OP- '\nREM hello\nREM\nTALK 1\n")
    expect(equalNodes(parse(printed).program, program)).toBe(true)
  })

  it("prints one statement with its comments and without a line break behind", () => {
    const [statement] = parse("' above\nIF a THEN ' beside\nTALK 1\nEND IF").program.body.statements
    expect(printStatement(statement as Statement)).toBe(
      "' above\nIF a THEN ' beside\n    TALK 1\nEND IF",
    )
  })

  it("prints an IF over several lines when its body cannot stand on one", () => {
    const [read] = parse("IF a THEN TALK 1").program.body.statements
    const [label] = parse("x:").program.body.statements
    if (read?.kind !== "IfStatement" || label === undefined) throw new Error("The sample is an IF.")
    const [branch] = read.branches
    const body = { statements: [label], closing: [] }
    const made: Statement = {
      ...read,
      branches: [{ condition: branch?.condition ?? name("a"), body }],
    }
    expect(printStatement(made)).toBe("IF a THEN\n    x:\nEND IF")
  })
})

function number(value: number): Expression {
  return { kind: "NumberLiteral", value, span: nowhere }
}
function unary(operator: "-" | "NOT", operand: Expression): Expression {
  return { kind: "UnaryExpression", operator, operand, span: nowhere }
}
function choice(test: Expression, whenTrue: Expression, whenFalse: Expression): Expression {
  return { kind: "ConditionalExpression", test, whenTrue, whenFalse, span: nowhere }
}
function or(left: Expression, right: Expression): Expression {
  return { kind: "BinaryExpression", operator: "OR", left, right, span: nowhere }
}
function get(url: Expression): Expression {
  return { kind: "CommandExpression", keyword: "GET", operands: { url }, span: nowhere }
}
