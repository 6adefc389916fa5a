import { describe, expect, it } from "vitest"
import { checkSource } from "../../analyzer/check-source.ts"
import type { Program, Statement } from "../../ast/nodes.ts"
import { openDocument } from "../../graph/document.ts"
import { emptyLayout } from "../../graph/model.ts"
import { readGraph } from "../../graph/read-graph.ts"
import { toAst } from "../../graph/to-ast.ts"
import { toGraph } from "../../graph/to-graph.ts"
import { writeGraph } from "../../graph/write-graph.ts"
import { compile } from "../../ir/compile.ts"
import { disassemble } from "../../ir/disassemble.ts"
import { parse } from "../../parser/parse.ts"
import { printProgram } from "../../printer/print.ts"
import { nowhere } from "../../source/span.ts"
import { load } from "../../vm/load.ts"
import { returnOf, runSource } from "../../vm/testing/run-source.ts"

/** Characters that mean something to shells, databases, paths, templates, spreadsheets, pages and terminals. */
const nasty = [
  "'; DROP TABLE bots; --",
  '" OR 1=1 --',
  "$(touch /tmp/owned)",
  "`id`",
  "; rm -rf / #",
  "| cat /etc/passwd",
  "&& shutdown",
  "../../etc/passwd",
  "..\\..\\windows",
  "C:\\con",
  "\u0000hidden",
  "{{constructor.constructor('return 1')()}}",
  "<%= process.env %>",
  "${" + "process.env}",
  "#{7*7}",
  '=HYPERLINK("https://evil.example")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\tTAB",
  "\rCR",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "&lt;b&gt;",
  "javascript:alert(1)",
  "\u001b[31mred\u001b[0m",
  "\u202Egnp.exe",
  'line\nTALK "smuggled"',
  'end" + GET "https://evil.example',
  'END TALK\nTALK "smuggled"',
  "x ' comment",
  "REM not",
  "%s%n%x",
  "\ud800lone",
  "a".repeat(300),
]

const at = { span: nowhere, leading: [], trailing: null } as const
const textOf = (value: string, isMultiline = false) =>
  ({ kind: "TextLiteral", value, isMultiline, span: nowhere }) as const
const programOf = (...statements: Statement[]): Program => ({
  kind: "Program",
  span: nowhere,
  body: { statements, closing: [] },
})

/** Prints a program, reads it again, and gives the only statement that may be there. */
function readBack(program: Program): Statement | undefined {
  const printed = printProgram(program)
  const { program: again, diagnostics } = parse(printed)
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([])
  expect(again.body.statements).toHaveLength(1)
  return again.body.statements[0]
}

describe.each(nasty.map((name) => [JSON.stringify(name).slice(0, 60), name] as const))(
  "SBX-07: %s",
  (_, name) => {
    it("cannot leave the text, the key or the block of text it stands in", () => {
      for (const isMultiline of [false, true]) {
        const talk: Statement = {
          kind: "CommandStatement",
          keyword: "TALK",
          operands: { text: textOf(name, isMultiline) },
          failGoto: null,
          ...at,
        }
        expect(readBack(programOf(talk))).toMatchObject({
          kind: "CommandStatement",
          operands: {
            text: { kind: "TextLiteral", value: name },
          },
        })
      }
      const object: Statement = {
        kind: "AssignStatement",
        target: { kind: "NameExpression", name: "o", span: nowhere },
        operator: "=",
        value: {
          kind: "ObjectLiteral",
          entries: [{ key: name, value: textOf(name) }],
          span: nowhere,
        },
        isConst: false,
        failGoto: null,
        ...at,
      }
      expect(readBack(programOf(object))).toMatchObject({
        kind: "AssignStatement",
        value: { entries: [{ key: name, value: { value: name } }] },
      })
    })

    it("goes through a run, the log and the code listing as it is", () => {
      const quoted = JSON.stringify(name)
        .replace(/\\u([0-9a-f]{4})/g, "\\u{$1}")
        .replaceAll("${", "\\${")
      const source = `v = ${quoted}\nPRINT v\nTALK v\nRETURN { "k": v }`
      expect(checkSource(source).diagnostics).toEqual([])
      expect(returnOf(source)).toEqual({ k: name })
      expect(runSource(source).said).toEqual([name])
      expect(disassemble(compile(parse(source).program))).not.toContain("\u001b")
    })

    it("is no name of a variable, a label, a procedure or a member, wherever it comes from", () => {
      for (const source of [
        `${name} = 1`,
        `GOTO ${name}`,
        `SUB ${name}\nEND SUB`,
        `x.${name} = 1`,
      ]) {
        const names = JSON.stringify(compile(parse(source).program).variables)
        expect(names).toMatch(/^\[("[\p{L}\p{N}_$]*",?)*\]$/u)
      }
      const graph = writeGraph(toGraph(parse("x = 1\nGOTO a\na:\n").program))
      const read = readGraph(graph.replaceAll('"x"', () => JSON.stringify(name)))
      if (read.ok)
        expect(parse(printProgram(toAst(read.graph))).program.body.statements).toHaveLength(3)
      else expect(read.message).toMatch(/^The graph has /)
    })

    it("is carried as the id of a step or the title of a group, and nothing more", () => {
      const source = 'TALK "x"\nHEAR y'
      const bundle = compile(parse(source).program, () => name, source)
      expect(bundle.debug.steps.every((step) => step === name)).toBe(true)
      expect(load(bundle, name).hash).toBe(name)
      const document = openDocument(source, emptyLayout)
      const id = document.flows[0]?.groups[0]?.id ?? ""
      const layout = { ...document.layout, titles: { [id]: name } }
      expect(openDocument(source, layout).layout.titles).toEqual({ [id]: name })
      expect(openDocument(source, layout).source).toBe(source)
    })
  },
)
