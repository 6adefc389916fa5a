import type { CommandStatement, Expression, Operand, Program, Statement } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"
import { withoutOff } from "../ast/without-off.ts"
import { splitTools } from "../declarations/split-tools.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { report } from "../diagnostics/report.ts"
import { normalizeScriptName, ScriptNames } from "../ir/script-names.ts"
import type { Span } from "../source/span.ts"
import { checkSource, compareDiagnostics } from "./check-source.ts"
import { applyStrictness } from "./strict.ts"

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
  const checked = scripts.map((script) => ({ ...script, ...checkSource(script.source) }))
  const bot = nameScripts(checked)
  return checked.map(({ name, source, program, diagnostics }) => ({
    name,
    source,
    program,
    diagnostics: relateToScripts(program, diagnostics, bot),
  }))
}

/** What the scripts of a bot may call each other by. */
export interface NamedScripts {
  readonly names: ScriptNames
  readonly known: readonly string[]
  /** Names of tools in files that define several. */
  readonly tools: ReadonlySet<string | null>
}

export function nameScripts(
  scripts: readonly { readonly name: string; readonly program: Program }[],
): NamedScripts {
  return {
    names: new ScriptNames(scripts.map(({ name }) => name)),
    known: scripts.map(({ name }) => normalizeScriptName(name)),
    tools: new Set(
      scripts.flatMap(({ program }) =>
        (splitTools(program)?.sections ?? []).map((section) => section.name),
      ),
    ),
  }
}

/** The findings about one script, as they are among the scripts of its bot: what it names is there, or it is not. */
export function relateToScripts(
  program: Program,
  diagnostics: readonly Diagnostic[],
  { names, known, tools }: NamedScripts,
): Diagnostic[] {
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
      code !== "basic.missing_script" &&
      (code !== "basic.unknown_procedure" ||
        !resolved.some((use) => use.span.start === span.start && use.span.end === span.end)),
  )
  return [...rest, ...applyStrictness(program, missing)].sort(compareDiagnostics)
}

interface ScriptUse {
  readonly name: string
  readonly span: Span
  /** `CALL other`, which may also be a procedure; else a text. */
  readonly isName: boolean
}

/** The scripts a program names, and whether it computes a name, so that it may reach any. */
export function listScriptUses(program: Program): {
  readonly names: readonly string[]
  readonly hasComputed: boolean
} {
  const { uses, hasComputed } = collectUses(program)
  const names = uses.map(({ name }) => name).filter((name) => !name.startsWith("/"))
  return { names, hasComputed }
}

const listUses = (program: Program): readonly ScriptUse[] => collectUses(program).uses

const runsScripts = new Set(["CALL", "RUN", "INCLUDE"])

function collectUses(program: Program) {
  const uses: ScriptUse[] = []
  let hasComputed = false
  const addText = (operand: Operand | null | undefined) => {
    if (operand?.kind === "TextLiteral")
      uses.push({ name: operand.value, span: operand.span, isName: false })
  }
  const add = (operand: Operand | null | undefined) => {
    addText(operand)
    if (operand?.kind === "NameExpression" || operand?.kind === "CallExpression")
      uses.push({ name: operand.name, span: operand.span, isName: true })
    if (operand && operand.kind !== "TextLiteral") hasComputed = true
  }
  const addCommand = ({ keyword, operands }: CommandStatement) => {
    if (runsScripts.has(keyword)) add(operands.path ?? operands.file)
    if (keyword === "ADD TOOL") addText(operands.name)
    if (keyword === "SET SCHEDULE") addText(operands.script)
  }
  walkProgram(withoutOff(program).program, {
    statement: (statement: Statement) => {
      if (statement.kind === "CallStatement") {
        add(statement.path)
        if (statement.name !== null)
          uses.push({ name: statement.name, span: statement.span, isName: true })
      } else if (statement.kind === "CommandStatement") addCommand(statement)
    },
    expression: (expression: Expression) => {
      if (expression.kind === "CommandExpression" && runsScripts.has(expression.keyword))
        add(expression.operands.path)
    },
  })
  return { uses, hasComputed }
}
