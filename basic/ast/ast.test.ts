import { describe, expect, it } from "vitest"
import { parse } from "../parser/parse.ts"
import { equalAst } from "./equal.ts"
import { visitExpression } from "./expressions.ts"
import { listStatements, walkProgram } from "./walk.ts"

const program = (source: string) => parse(source).program

describe("comparing trees", () => {
  it.each([
    ["x = 1", "LET   x = 1"],
    ["TALK 'a'", "talk 'a'"],
    ["x = {a: 1}", 'x = #{ "a": 1, }'],
    ["WHILE a\nWEND", "WHILE a DO\nEND WHILE"],
    ["' note\nTALK 1", "REM note\nTALK 1"],
  ])("finds %j and %j equal: places and spelling do not count", (a, b) => {
    expect(equalAst(program(a), program(b))).toBe(true)
  })

  it.each([
    ["TALK 1", "TALK 2"],
    ["TALK 1", "TALK 1 ' note"],
    ["TALK 1", "' note\nTALK 1"],
    ["TALK 1", "\nTALK 1"],
    ["TALK 1", "TALK 1\nTALK 1"],
    ["x = a.b", "x = a?.b"],
    ["SELECT CASE a\nCASE 1\nEND SELECT", "SWITCH a\nCASE 1\nEND SWITCH"],
    ["x = [1]", "x = { 0: 1 }"],
  ])("finds %j and %j different", (a, b) => {
    expect(equalAst(program(a), program(b))).toBe(false)
  })
})

describe("walking a tree", () => {
  const source = `TALK 1
IF a THEN
    TALK 2
ELSE IF b THEN
    TALK 3
ELSE
    FOR EACH x IN y
        TALK 4
    NEXT
END IF
SELECT CASE a
    CASE 1
        TALK 5
    CASE ELSE
        TALK 6
END SELECT
SUB f
    TALK 7
END SUB`

  it("gives every statement its path of ordinals, each before those of its bodies", () => {
    expect(listStatements(program(source)).map(({ path }) => path)).toEqual([
      "0",
      "1",
      "1.yes.0",
      "1.elseif:1.0",
      "1.no.0",
      "1.no.0.body.0",
      "2",
      "2.case:0.0",
      "2.else.0",
      "3",
      "3.body.0",
    ])
  })

  it("visits every expression with the statement it stands in, and knows what is around", () => {
    const seen: string[] = []
    walkProgram(program(source), {
      statement: (statement, ancestors) => {
        if (statement.kind === "CommandStatement") seen.push(`${ancestors.length}`)
      },
      expression: (expression, statement) => {
        if (expression.kind === "NameExpression") seen.push(`${expression.name}:${statement.kind}`)
      },
    })
    expect(seen).toEqual([
      "0",
      "a:IfStatement",
      "b:IfStatement",
      "1",
      "1",
      "y:ForEachStatement",
      "2",
      "a:SelectStatement",
      "1",
      "1",
      "1",
    ])
  })

  it("reaches every part of an expression", () => {
    const [statement] = program(
      'x = f(a, b.c[d], { e: g }, [h], -i, j ? k : l, m BETWEEN n AND o, p IS NULL, "${q}", GET r, s.t(u))',
    ).body.statements
    const names: string[] = []
    if (statement?.kind === "AssignStatement")
      visitExpression(statement.value, (inner) => {
        if (inner.kind === "NameExpression") names.push(inner.name)
      })
    expect(names.join("")).toBe("abdghijklmnopqrsu")
  })
})
