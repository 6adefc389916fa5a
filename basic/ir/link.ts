import type { Program, Statement } from "../ast/nodes.ts"
import { listStatements } from "../ast/walk.ts"
import { withoutOff } from "../ast/without-off.ts"
import { collectDeclarations } from "../declarations/collect.ts"
import type { Variants } from "../translations/variants.ts"
import type { Bundle } from "./bundle.ts"
import { BundleTables } from "./bundle-tables.ts"
import { type LinkedScript, ScriptCompiler } from "./compile-script.ts"
import type { ProcedureInfo, ScriptCalls } from "./context.ts"
import { DebugWriter, type Origin } from "./debug.ts"
import { Includes } from "./includes.ts"
import { normalizeScriptName, ScriptNames } from "./script-names.ts"
import { surveyProgram } from "./survey.ts"

/** A script of a bot, parsed. */
export interface LinkScript {
  /** Its file name, with or without `.bas` and folders. */
  readonly name: string
  readonly program: Program
  /** Names the statements in the debug tables; without it they have their paths. */
  readonly stepIds?: (statement: Statement) => string
  /** Its text; without it lines are 0. */
  readonly source?: string
  /** Its texts in other languages. */
  readonly variants?: Variants
}

/**
 * Makes one program of the scripts of a bot; the first is the entry. A call of a script that is not
 * among them becomes an effect, which the host refuses with a catchable error; so linking never refuses.
 *
 * Shape: a bundle of one script is the same whatever the script is called. Steps of scripts other than
 *        the entry are named `script#step`.
 */
export function link(written: readonly LinkScript[]): Bundle {
  const scripts = written.map(leaveOff)
  const names = new ScriptNames(scripts.map(({ name }) => name))
  const origins = new Map<LinkScript, Origin>()
  for (const [index, script] of scripts.entries())
    origins.set(script, {
      prefix: index === 0 ? "" : `${normalizeScriptName(script.name)}#`,
      source: script.source ?? null,
      stepIds: script.stepIds ?? null,
    })
  const linked: LinkedScript[] = []
  const debug = new DebugWriter()
  const tables = new BundleTables(debug)
  const includes = new Includes(scripts, names)
  const programs = scripts.map((script) => includes.expand(script))
  const isLinked = scripts.length > 1 || callsItself(programs[0]?.program, names)
  let first = 0
  for (const [index, { program }] of programs.entries()) {
    const survey = surveyProgram(program)
    const params = isLinked ? listParams(program) : []
    const name = isLinked ? normalizeScriptName(scripts[index]?.name ?? "") : ""
    linked.push({ name, program, survey, first, params })
    first += survey.procedures.length + 1
  }
  const calls = new LinkedCalls(linked, names, isLinked)
  // Included statements bring theirs along, so one table serves all scripts.
  const variants: Variants = new Map(scripts.flatMap((script) => [...(script.variants ?? [])]))
  for (const [index, script] of linked.entries()) {
    const own = scripts[index] as LinkScript
    const owners = programs[index]?.owners ?? new Map<Statement, LinkScript>()
    debug.open(origins.get(own) as Origin, script.survey.paths, (statement) => {
      const owner = owners.get(statement)
      return owner ? (origins.get(owner) ?? null) : null
    })
    new ScriptCompiler(script, tables, calls, variants).run()
  }
  return tables.toBundle()
}

/** What is switched off is not there; what is left keeps the names it has in the whole text. */
function leaveOff(script: LinkScript): LinkScript {
  const { program, originalOf } = withoutOff(script.program)
  if (program === script.program) return script
  const paths = new Map(
    listStatements(script.program).map(({ statement, path }) => [statement, path]),
  )
  const idOf = script.stepIds ?? ((statement: Statement) => paths.get(statement) ?? "")
  return { ...script, program, stepIds: (statement) => idOf(originalOf(statement)) }
}

/** What the calls of a script may lead to. */
class LinkedCalls implements ScriptCalls {
  private readonly linked: readonly LinkedScript[]
  private readonly names: ScriptNames
  readonly isLinked: boolean

  constructor(linked: readonly LinkedScript[], names: ScriptNames, isLinked: boolean) {
    this.linked = linked
    this.names = names
    this.isLinked = isLinked
  }

  find(name: string): ProcedureInfo | null {
    const place = this.isLinked ? this.names.find(name) : null
    return place === null ? null : this.infoOf(place)
  }

  listSpellings(): readonly { readonly text: string; readonly script: ProcedureInfo }[] {
    if (!this.isLinked) return []
    return [...this.names.spellings()].map(({ text, index }) => ({
      text,
      script: this.infoOf(index),
    }))
  }

  private infoOf(place: number): ProcedureInfo {
    const { first, params } = this.linked[place] as LinkedScript
    return { index: first, paramCount: params.length }
  }
}

/** The PARAMs of the script itself; those of further tools in the file belong to them. */
const listParams = (program: Program): string[] =>
  collectDeclarations(program)
    .tools.filter(({ entry }) => entry === null)
    .flatMap(({ params }) => params.map(({ name }) => name))

function callsItself(program: Program | undefined, names: ScriptNames): boolean {
  if (program === undefined) return false
  return program.body.statements.some(
    (statement) =>
      statement.kind === "CallStatement" &&
      statement.path?.kind === "TextLiteral" &&
      names.find(statement.path.value) !== null,
  )
}
