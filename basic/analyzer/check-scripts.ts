import type { CommandStatement, Expression, Program, Statement } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"
import { splitTools } from "../declarations/split-tools.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { report } from "../diagnostics/report.ts"
import { normalizeScriptName, ScriptNames } from "../ir/script-names.ts"
import type { Span } from "../source/span.ts"
import { checkSource, compareDiagnostics } from "./check-source.ts"

/** A script of a bot and its text. */
export interface ScriptText {
  readonly name: string
  readonly source: string
}

export interface CheckedScript extends ScriptText {
  readonly program: Program
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Checks the scripts of a bot together: each by itself, and whether those they name are there. */
export function checkScripts(scripts: readonly ScriptText[]): CheckedScript[] {
  const names = new ScriptNames(scripts.map(({ name }) => name))
  const known = scripts.map(({ name }) => normalizeScriptName(name))
  const checked = scripts.map((script) => ({ ...script, ...checkSource(script.source) }))
  const tools = new Set(
    checked.flatMap(({ program }) =>
      (splitTools(program)?.sections ?? []).map((section) => section.name),
    ),
  )
  return checked.map(({ name, source, program, diagnostics }) => {
    const uses = listUses(program)
    const resolved = uses.filter((use) => use.isName && names.find(use.name) !== null)
    const missing = uses
      .filter((use) => !use.isName && !use.name.startsWith("/") && names.find(use.name) === null)
      .filter((use) => !tools.has(normalizeScriptName(use.name)))
      .map((use) =>
        report("basic.missing_script", use.span, {
          found: use.name,
          nearest: findNearest(normalizeScriptName(use.name), known),
        }),
      )
    const rest = diagnostics.filter(
      ({ code, span }) =>
        code !== "basic.unknown_procedure" ||
        !resolved.some((use) => use.span.start === span.start && use.span.end === span.end),
    )
    return { name, source, program, diagnostics: [...rest, ...missing].sort(compareDiagnostics) }
  })
}

interface ScriptUse {
  readonly name: string
  readonly span: Span
  /** `CALL other`, which may also be a procedure; else a text. */
  readonly isName: boolean
}

const runsScripts = new Set(["CALL", "RUN", "INCLUDE"])

function listUses(program: Program): ScriptUse[] {
  const uses: ScriptUse[] = []
  const addText = (path: Expression | null) => {
    if (path?.kind === "TextLiteral")
      uses.push({ name: path.value, span: path.span, isName: false })
  }
  const addOperand = (operand: unknown) => {
    if (isTextLiteral(operand)) addText(operand)
  }
  const addCommand = ({ keyword, operands }: CommandStatement) => {
    if (runsScripts.has(keyword)) addOperand(operands.path ?? operands.file)
    if (keyword === "ADD TOOL") addOperand(operands.name)
    if (keyword === "SET SCHEDULE") addOperand(operands.script)
  }
  walkProgram(program, {
    statement: (statement: Statement) => {
      if (statement.kind === "CallStatement") {
        addText(statement.path)
        if (statement.name !== null)
          uses.push({ name: statement.name, span: statement.span, isName: true })
      } else if (statement.kind === "CommandStatement") addCommand(statement)
    },
    expression: (expression: Expression) => {
      if (expression.kind === "CommandExpression" && runsScripts.has(expression.keyword))
        addOperand(expression.operands.path)
    },
  })
  return uses
}

const isTextLiteral = (operand: unknown): operand is Expression =>
  typeof operand === "object" &&
  operand !== null &&
  "kind" in operand &&
  operand.kind === "TextLiteral"
