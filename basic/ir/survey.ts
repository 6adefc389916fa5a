import { listOperands } from "../ast/expressions.ts"
import type { Place, ProcedureStatement, Program, Statement } from "../ast/nodes.ts"
import { visitLocated } from "../ast/walk.ts"
import { ownBodiesOf } from "../declarations/own-bodies.ts"
import { hasText, splitFilterText } from "./filter-pieces.ts"
import { normalizeName } from "./names.ts"

/** What the compiler must know of a whole program before it writes its first instruction. */
export interface Survey {
  /**
   * In text order; of two equal names the first counts. Behind them what runs on its own: the tools of a
   * library ("tool:0"), the bodies of ON ("on:0") and of SCHEDULE IN ("later:0").
   */
  readonly procedures: readonly ProcedureStatement[]
  readonly assignedNames: ReadonlySet<string>
  /** Those that are set to a text with a comparison in it. */
  readonly filterNames: ReadonlySet<string>
  readonly keepsStatements: boolean
  /** ALLOW ROLE, in text order, and the first such statement; null when everybody may run the script. */
  readonly roles: { readonly names: readonly string[]; readonly statement: Statement } | null
  readonly paths: ReadonlyMap<Statement, string>
}

export function surveyProgram(program: Program): Survey {
  const procedures = new Map<string, ProcedureStatement>()
  const assignedNames = new Set<string>()
  const filterNames = new Set<string>()
  const paths = new Map<Statement, string>()
  let keepsStatements = false
  const roles: { names: string[]; statement: Statement | null } = { names: [], statement: null }
  visitLocated(program.body, (statement, path) => {
    paths.set(statement, path)
    if (statement.kind === "OnErrorStatement" && statement.mode === "resume") keepsStatements = true
    const assigned = findAssigned(statement)
    if (typeof assigned === "string") assignedNames.add(normalizeName(assigned))
    else for (const name of assigned) assignedNames.add(normalizeName(name))
    const filterName = findFilterName(statement)
    if (filterName !== null) filterNames.add(filterName)
    const allowed = findRoles(statement)
    if (allowed !== null) {
      roles.names.push(...allowed)
      roles.statement ??= statement
    }
    if (statement.kind !== "ProcedureStatement") return
    const name = normalizeName(statement.name)
    if (!procedures.has(name)) procedures.set(name, statement)
  })
  return {
    procedures: [...procedures.values(), ...listOwn(program)],
    assignedNames,
    filterNames,
    keepsStatements,
    roles: roles.statement === null ? null : { ...roles, statement: roles.statement },
    paths,
  }
}

/** ALLOW ROLE "desk; manager", "it". A role that is no plain text is nobody's. */
function findRoles(statement: Statement): string[] | null {
  if (statement.kind !== "CommandStatement" || statement.keyword !== "ALLOW ROLE") return null
  return listOperands(statement.operands)
    .flatMap((role) => (role.kind === "TextLiteral" ? role.value.split(/[;,]/) : []))
    .map((name) => name.trim())
    .filter((name) => name !== "")
}

/** `f = "status='" + s + "'"`: the name of a variable that holds a filter. */
function findFilterName(statement: Statement): string | null {
  if (statement.kind !== "AssignStatement" || statement.target.kind !== "NameExpression")
    return null
  if (!hasText(statement.value)) return null
  const pieces = splitFilterText(statement.value) ?? []
  const isFilter = pieces.some((piece) => typeof piece === "string" && comparison.test(piece))
  return isFilter ? normalizeName(statement.target.name) : null
}

const comparison = /[=<>]|\b(?:LIKE|ILIKE|IN|IS|BETWEEN)\b/i

const listOwn = (program: Program): ProcedureStatement[] =>
  ownBodiesOf(program).bodies.map(({ name, body }) => ({
    kind: "ProcedureStatement",
    word: "FUNCTION",
    name,
    params: [],
    body,
    span: program.span,
    leading: [],
    trailing: null,
  }))

/** The name that a statement sets, or the names. */
function findAssigned(statement: Statement): string | readonly string[] {
  switch (statement.kind) {
    case "AssignStatement":
    case "WithStatement":
      return baseName(statement.target)
    case "HearStatement":
      return statement.target === null ? none : baseName(statement.target)
    case "ForStatement":
    case "ForEachStatement":
      return statement.variable
    case "ProcedureStatement":
      return statement.params
    case "ParamStatement":
      return statement.names
    case "DimStatement":
      return statement.items.map(({ name }) => name)
    case "TryStatement":
      return statement.variable ?? none
    default:
      return none
  }
}

const none: readonly string[] = []

function baseName(place: Place): string | readonly string[] {
  let at: { readonly kind: string } = place
  while (at.kind === "MemberExpression" || at.kind === "IndexExpression")
    at = (at as Exclude<Place, { kind: "NameExpression" }>).object
  return at.kind === "NameExpression"
    ? (at as Extract<Place, { kind: "NameExpression" }>).name
    : none
}
