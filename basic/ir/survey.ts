import type { Place, ProcedureStatement, Program, Statement } from "../ast/nodes.ts"
import { listStatements } from "../ast/walk.ts"
import { normalizeName } from "./names.ts"

/** What the compiler must know of a whole program before it writes its first instruction. */
export interface Survey {
  /** In text order; of two equal names the first counts. */
  readonly procedures: readonly ProcedureStatement[]
  readonly assignedNames: ReadonlySet<string>
  readonly keepsStatements: boolean
  readonly paths: ReadonlyMap<Statement, string>
}

export function surveyProgram(program: Program): Survey {
  const statements = listStatements(program)
  const procedures = new Map<string, ProcedureStatement>()
  const assignedNames = new Set<string>()
  const paths = new Map<Statement, string>()
  let keepsStatements = false
  for (const { statement, path } of statements) {
    paths.set(statement, path)
    if (statement.kind === "OnErrorStatement" && statement.mode === "resume") keepsStatements = true
    for (const name of listAssignedNames(statement)) assignedNames.add(normalizeName(name))
    if (statement.kind !== "ProcedureStatement") continue
    const name = normalizeName(statement.name)
    if (!procedures.has(name)) procedures.set(name, statement)
  }
  return {
    procedures: [...procedures.values()],
    assignedNames,
    keepsStatements,
    paths,
  }
}

function listAssignedNames(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "AssignStatement":
    case "WithStatement":
      return baseName(statement.target)
    case "HearStatement":
      return statement.target === null ? [] : baseName(statement.target)
    case "ForStatement":
    case "ForEachStatement":
      return [statement.variable]
    case "ProcedureStatement":
      return statement.params
    default:
      return []
  }
}

function baseName(place: Place): string[] {
  let at: { readonly kind: string } = place
  while (at.kind === "MemberExpression" || at.kind === "IndexExpression")
    at = (at as Exclude<Place, { kind: "NameExpression" }>).object
  return at.kind === "NameExpression"
    ? [(at as Extract<Place, { kind: "NameExpression" }>).name]
    : []
}
