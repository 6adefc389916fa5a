/**
 * Marks the ways out of the steps of a program, so that a run shows which were taken.
 *
 * A mark is a statement that does nothing, put at the beginning of each body and behind each loop; a
 * label that is reached by an error or a message is reached over a mark at the end of its flow. Steps
 * keep their ids, and what the program does is the same.
 */

import { isOff } from "../ast/is-off.ts"
import type {
  Block,
  ProcedureStatement,
  Program,
  SelectStatement,
  Statement,
} from "../ast/nodes.ts"
import { listBodies, withBodies } from "../graph/bodies.ts"
import { isMenuPair } from "../graph/menu.ts"
import { listTargets } from "../graph/targets.ts"
import { isLoop, markOf } from "./marks.ts"
import { listOutlets, type OutletPlace } from "./outlets.ts"

export interface Instrumented {
  readonly program: Program
  readonly idOf: (statement: Statement) => string
  readonly outlets: readonly OutletPlace[]
}

export function instrument(program: Program, source: string): Instrumented {
  const writer = new MarkWriter(source)
  const body = writer.writeFlow(program.body, "")
  return {
    program: { ...program, body },
    idOf: (statement) => writer.ids.get(statement) ?? "",
    outlets: writer.outlets,
  }
}

class MarkWriter {
  readonly ids = new Map<Statement, string>()
  readonly outlets: OutletPlace[] = []
  private readonly source: string
  /** What stands behind the end of the flow that is being written. */
  private detours: Statement[] = []

  constructor(source: string) {
    this.source = source
  }

  writeFlow(block: Block, prefix: string): Block {
    const outer = this.detours
    this.detours = []
    const { statements, closing } = this.writeBlock(block, prefix)
    const all = [...statements, ...this.detours]
    const [first] = this.detours
    if (first !== undefined) {
      // EXIT SUB leaves the main flow as its last line does.
      const leave: Statement = { kind: "ExitStatement", what: "SUB", ...placeOf(first) }
      all.splice(statements.length, 0, leave)
    }
    this.detours = outer
    return { statements: all, closing }
  }

  private writeBlock(block: Block, prefix: string): Block {
    const statements = block.statements.flatMap((statement, index) => {
      const path = `${prefix}${index}`
      const next = block.statements[index + 1]
      const before = block.statements[index - 1]
      if (isOff(statement)) {
        this.ids.set(statement, path)
        return [statement]
      }
      this.noteOutlets(statement, path, before, next, `${prefix}${index + 1}`)
      const written = this.writeStatement(statement, path)
      this.ids.set(written, path)
      return isLoop(statement) ? [written, this.mark(statement, path, "after")] : [written]
    })
    return { statements, closing: block.closing }
  }

  /** A menu and the SELECT behind it are one card: the SELECT has no outlets of its own. */
  private noteOutlets(
    statement: Statement,
    path: string,
    before: Statement | undefined,
    next: Statement | undefined,
    nextPath: string,
  ) {
    if (before !== undefined && isMenuPair(before, statement)) return
    const isPair = isMenuPair(statement, next)
    const select = isPair ? { id: nextPath, statement: next as SelectStatement } : null
    this.outlets.push(...listOutlets({ statement, id: path, select, source: this.source }))
  }

  private writeStatement(statement: Statement, path: string): Statement {
    if (statement.kind === "ProcedureStatement") return this.writeProcedure(statement, path)
    const bodies = new Map(
      listBodies(statement).map(({ outlet, block }) => [
        outlet,
        this.writeBody(statement, path, outlet, block),
      ]),
    )
    for (const outlet of listMissing(statement))
      bodies.set(outlet, { statements: [this.mark(statement, path, outlet)], closing: [] })
    if (statement.kind === "SelectStatement") return fillSelect(statement, bodies)
    return bodies.size > 0 ? withBodies(statement, bodies) : this.writeJump(statement, path)
  }

  private writeProcedure(statement: ProcedureStatement, path: string): Statement {
    return { ...statement, body: this.writeFlow(statement.body, `${path}.body.`) }
  }

  private writeBody(statement: Statement, path: string, outlet: string, block: Block): Block {
    const { statements, closing } = this.writeBlock(block, `${path}.${outlet}.`)
    return { statements: [this.mark(statement, path, outlet), ...statements], closing }
  }

  private mark(at: Statement, path: string, outlet: string): Statement {
    const expression = { kind: "NullLiteral", span: at.span } as const
    const statement: Statement = { kind: "ExpressionStatement", expression, ...placeOf(at) }
    this.ids.set(statement, markOf(path, outlet))
    return statement
  }

  /** Leads a label that is reached for an error or a message over a mark. */
  private writeJump(statement: Statement, path: string): Statement {
    const [target] = listTargets(statement)
    if (target === undefined || !["failed", "message", "silence"].includes(target.key))
      return { ...statement }
    const name = markOf(path, target.key)
    this.detours.push(
      { kind: "LabelStatement", name, ...placeOf(statement) },
      this.mark(statement, path, target.key),
      { kind: "GotoStatement", label: target.label, ...placeOf(statement) },
    )
    return redirect(statement, name)
  }
}

function redirect(statement: Statement, label: string): Statement {
  switch (statement.kind) {
    case "OnErrorStatement":
    case "OnMessageStatement":
    case "OnSilenceStatement":
      return { ...statement, label }
    case "AssignStatement":
    case "CommandStatement":
    case "CallStatement":
      return { ...statement, failGoto: label }
    default:
      return { ...statement }
  }
}

/** ELSE and CASE ELSE that are not written are ways too. */
function listMissing(statement: Statement): string[] {
  if (statement.kind === "IfStatement" && statement.otherwise === null) return ["no"]
  if (statement.kind === "SelectStatement" && statement.otherwise === null) return ["else"]
  return []
}

function fillSelect(statement: SelectStatement, bodies: ReadonlyMap<string, Block>): Statement {
  const filled = withBodies(statement, bodies) as SelectStatement
  const body = bodies.get("else") as Block
  return { ...filled, otherwise: { leading: [], trailing: null, ...filled.otherwise, body } }
}

const placeOf = ({ span }: Statement) => ({ span, leading: [], trailing: null })
