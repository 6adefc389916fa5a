import type { Program, Statement } from "../ast/nodes.ts"
import { listStatements } from "../ast/walk.ts"
import type { LinkScript } from "./link.ts"
import type { ScriptNames } from "./script-names.ts"

/** A program with what it includes, and whose those statements are. */
export interface Expanded {
  readonly program: Program
  /** Only statements that came from other scripts, with everything inside them. */
  readonly owners: ReadonlyMap<Statement, LinkScript>
}

/** So many statements are put in the place of INCLUDEs in one bundle; scripts that all include each other end here. */
const maxIncluded = 20_000

/** Puts the statements of included scripts in the place of INCLUDE. */
export class Includes {
  private readonly scripts: readonly LinkScript[]
  private readonly names: ScriptNames
  private left = maxIncluded

  constructor(scripts: readonly LinkScript[], names: ScriptNames) {
    this.scripts = scripts
    this.names = names
  }

  /** Each script is put in once, the first time; an INCLUDE of what is not there stays, and fails when it is reached. */
  expand(script: LinkScript): Expanded {
    const { program } = script
    if (!program.body.statements.some((statement) => includedName(statement) !== null))
      return { program, owners: new Map() }
    const owners = new Map<Statement, LinkScript>()
    const statements = this.list(script, null, new Set([script]), owners)
    return { program: { ...program, body: { ...program.body, statements } }, owners }
  }

  private list(
    script: LinkScript,
    owner: LinkScript | null,
    taken: Set<LinkScript>,
    owners: Map<Statement, LinkScript>,
  ): Statement[] {
    if (owner)
      for (const { statement } of listStatements(script.program)) owners.set(statement, owner)
    return script.program.body.statements.flatMap((statement) => {
      if (owner !== null && declaring.has(statement.kind)) return []
      const found = this.find(includedName(statement))
      if (found === null) return [statement]
      if (taken.has(found)) return []
      taken.add(found)
      this.left -= found.program.body.statements.length
      return this.list(found, found, taken, owners)
    })
  }

  private find(name: string | null): LinkScript | null {
    const place = name === null || this.left <= 0 ? null : this.names.find(name)
    return place === null ? null : (this.scripts[place] ?? null)
  }
}

/** What a script declares stays its own: its events, tables and tools are those of the bot already. */
const declaring: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "EventStatement",
  "TableStatement",
  "IndexStatement",
  "ParamStatement",
  "DescriptionStatement",
])

/** The script that a statement includes: `INCLUDE "file.bas"`. */
function includedName(statement: Statement): string | null {
  if (statement.kind !== "CommandStatement" || statement.keyword !== "INCLUDE") return null
  const { file } = statement.operands
  return file?.kind === "TextLiteral" ? file.value : null
}
